package sportello.mime;

import org.bouncycastle.cert.X509CertificateHolder;

/**
 * By what a signer can be written to.
 *
 * @param authenticated whether the signer reads AES-GCM, as the signature says
 */
public record SignerKey(X509CertificateHolder certificate, boolean authenticated) {}
