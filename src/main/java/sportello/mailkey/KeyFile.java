package sportello.mailkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.mime.Encryption;
import sportello.mime.SignerName;

/** A key as somebody brings it: PKCS#12, or a secret key of OpenPGP in armour. */
final class KeyFile {
    private static final Set<String> USABLE = Set.of("RSA", "EC");

    private static final int LONGEST_CHAIN = 6;

    private KeyFile() {}

    /** @param password that opens it */
    static Outcome<BroughtKey> read(byte[] file, String password) {
        if (file.length == 0) return Outcome.refused("mail_keys.file");
        var beginning = new String(file, 0, Math.min(file.length, 2_000), ISO_8859_1);
        return beginning.contains("-----BEGIN PGP ")
                ? PgpKeyFile.read(file, password)
                : pkcs12(file, password.toCharArray());
    }

    private static Outcome<BroughtKey> pkcs12(byte[] file, char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            for (var alias : Collections.list(store.aliases())) {
                if (!(store.getKey(alias, password) instanceof PrivateKey key)) continue;
                if (store.getCertificate(alias) instanceof X509Certificate certificate && isUsable(key))
                    return Outcome.done(brought(certificate, above(store.getCertificateChain(alias)), key));
            }
            return Outcome.refused("mail_keys.no_key");
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return Outcome.refused(isWrongPassword(e) ? "mail_keys.password" : "mail_keys.unreadable");
        }
    }

    private static boolean isUsable(PrivateKey key) {
        return USABLE.contains(key.getAlgorithm()) && key.getEncoded() != null;
    }

    private static boolean isWrongPassword(@Nullable Throwable fault) {
        return fault instanceof UnrecoverableKeyException
                || fault != null && fault.getCause() instanceof UnrecoverableKeyException;
    }

    /** Whoever reads a signature looks for them with it. */
    private static List<byte[]> above(Certificate[] chain) throws GeneralSecurityException {
        var above = new ArrayList<byte[]>();
        for (var no = 1; no < Math.min(chain.length, LONGEST_CHAIN); no++) above.add(chain[no].getEncoded());
        return above;
    }

    private static BroughtKey brought(X509Certificate certificate, List<byte[]> above, PrivateKey key)
            throws GeneralSecurityException {
        return new BroughtKey(
                Encryption.Kind.SMIME,
                SignerName.of(certificate).addresses().stream().distinct().toList(),
                Fingerprint.of(certificate.getEncoded()),
                List.of(),
                certificate.getEncoded(),
                above,
                key.getEncoded(),
                certificate.getNotAfter().toInstant());
    }
}
