package sportello.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * By which those who bring mail know this program: its certificate with all that lead to an authority, and its key.
 *
 * @param file certificates (PEM), or a store (PKCS 12) that holds the key too; without it nobody is offered TLS
 * @param key the key (PEM), null where it is in the store
 * @param password of the key or the store, null where there is none
 */
public record CertificateSettings(
        @Nullable String file,
        @Nullable String key,
        @Nullable String password) {

    private static final String FILE = "SPORTELLO_CERTIFICATE_FILE";
    private static final String KEY = "SPORTELLO_CERTIFICATE_KEY";

    /** What the JDK calls the keys by which somebody is known. */
    private static final List<String> KEY_TYPES = List.of("RSA", "RSASSA-PSS", "EC", "EdDSA");

    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "Ed25519");
    private static final byte[] PROBE = {1, 2, 3};

    public CertificateSettings {
        file = Login.filled(file);
        key = Login.filled(key);
        password = Login.filled(password);
        if (file == null && key != null)
            throw new SettingRefused(KEY, "it goes with no certificate", "Set " + FILE + " too.");
        if (file != null) keys(file, key, password);
    }

    /** Empty where nobody is offered TLS. */
    public Optional<FollowedCertificate> followed() {
        return file == null ? Optional.empty() : Optional.of(new FollowedCertificate(this));
    }

    /** Those that hold the certificate and the key. */
    List<String> files() {
        return Stream.of(file, key)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** As they are in the files now. */
    X509ExtendedKeyManager keys() {
        return keys(Objects.requireNonNull(file), key, password);
    }

    private static X509ExtendedKeyManager keys(String file, @Nullable String key, @Nullable String password) {
        readable(FILE, file);
        if (key != null) readable(KEY, key);
        try {
            var bundle = SslBundle.of(
                    store(file, key, password), password == null ? SslBundleKey.NONE : SslBundleKey.of(password));
            return Arrays.stream(bundle.getManagers().getKeyManagers())
                    .filter(X509ExtendedKeyManager.class::isInstance)
                    .map(X509ExtendedKeyManager.class::cast)
                    .filter(CertificateSettings::isOfOnePiece)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the key is not that of the certificate"));
        } catch (RuntimeException e) {
            throw new SettingRefused(
                    FILE,
                    "certificate and key cannot be read together",
                    "Name a PEM file and its key in " + KEY
                            + ", or a PKCS 12 store, and in SPORTELLO_CERTIFICATE_PASSWORD"
                            + " the password if there is one.");
        }
    }

    /** Nobody else looks whether one of the keys goes with its certificate before the first who calls is sent away. */
    private static boolean isOfOnePiece(X509ExtendedKeyManager keys) {
        return KEY_TYPES.stream()
                .flatMap(type -> Stream.ofNullable(keys.getServerAliases(type, null)))
                .flatMap(Arrays::stream)
                .anyMatch(alias -> goWith(keys.getPrivateKey(alias), keys.getCertificateChain(alias)));
    }

    private static boolean goWith(PrivateKey key, X509Certificate[] chain) {
        var algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null) return true;
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            var checking = Signature.getInstance(algorithm);
            checking.initVerify(chain[0].getPublicKey());
            checking.update(PROBE);
            return checking.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static SslStoreBundle store(String file, @Nullable String key, @Nullable String password) {
        if (key == null) {
            var store = JksSslStoreDetails.forLocation(place(file));
            return new JksSslStoreBundle(password == null ? store : store.withPassword(password), null);
        }
        var store = PemSslStoreDetails.forCertificate(place(file)).withPrivateKey(place(key));
        return new PemSslStoreBundle(password == null ? store : store.withPrivateKeyPassword(password), null);
    }

    private static void readable(String setting, String file) {
        if (!Files.isReadable(Path.of(file)))
            throw new SettingRefused(setting, file + " cannot be read", "Name a file that this program may read.");
    }

    private static String place(String file) {
        return Path.of(file).toAbsolutePath().toUri().toString();
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return "CertificateSettings[" + file + "]";
    }
}
