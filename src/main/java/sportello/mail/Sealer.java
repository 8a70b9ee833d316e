package sportello.mail;

import java.io.IOException;
import java.io.OutputStream;

/** Signs and encrypts one letter, by keys that were taken out for it. */
public interface Sealer {

    /** What is to be signed or encrypted: it can be written as often as it takes, each time the same. */
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /** A signature that stands beside what it signs. */
    byte[] signature(Content content) throws IOException;

    /** Of OpenPGP signed at the same time, where that was promised. */
    void encrypt(Content content, OutputStream to) throws IOException;

    /** Of S/MIME: what encrypted mail calls itself. */
    String smimeType();
}
