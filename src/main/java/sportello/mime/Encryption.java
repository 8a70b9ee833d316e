package sportello.mime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a mail came encrypted, and what became of opening it, once, at receipt.
 *
 * @param algorithm by which it is encrypted, such as {@code AES-256}; empty where that cannot be said
 * @param key the fingerprint of the key that opened it, null if none did
 */
public record Encryption(
        Kind kind, Fate fate, String algorithm, @Nullable String key) {

    /** In which manner it is encrypted. */
    public enum Kind {
        SMIME("S/MIME"),
        OPENPGP("OpenPGP");

        private final String called;

        Kind(String called) {
            this.called = called;
        }

        /** In every language. */
        public String called() {
            return called;
        }

        /** As it is stored. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of opening it. Only what is {@code OPENED} is read; of all else the encrypted part stays a file. */
    public enum Fate {
        /** A key of the house opened it, and what was within is what is read. */
        OPENED,
        /** None of the keys of the house opens it. */
        NO_KEY,
        /** The algorithm can be broken today, or is none that we know. */
        REFUSED,
        /** Nothing in it would tell if somebody changed it. */
        UNPROTECTED,
        /** Changed, cut off, or nothing that can be opened. */
        DAMAGED
    }
}
