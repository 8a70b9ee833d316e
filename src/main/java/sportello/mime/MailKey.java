package sportello.mime;

import java.security.PrivateKey;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openpgp.PGPPrivateKey;

/** A key of the house that opens mails. */
public sealed interface MailKey {

    /** By which whoever keeps it knows it. */
    String fingerprint();

    /** A private key, and the certificate whose holder may use it. */
    record Smime(String fingerprint, X509CertificateHolder certificate, PrivateKey key) implements MailKey {}

    /**
     * A key of OpenPGP or one below it.
     *
     * @param fingerprint of the key that stands above it
     */
    record OpenPgp(String fingerprint, PGPPrivateKey key) implements MailKey {}
}
