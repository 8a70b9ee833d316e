package sportello.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
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

    public CertificateSettings {
        file = Login.filled(file);
        key = Login.filled(key);
        password = Login.filled(password);
        if (file == null && key != null)
            throw new SettingRefused(KEY, "it goes with no certificate", "Set " + FILE + " too.");
        if (file != null) context(file, key, password);
    }

    /** Empty where nobody is offered TLS. */
    public Optional<SSLContext> context() {
        return Optional.ofNullable(file).map(there -> context(there, key, password));
    }

    private static SSLContext context(String file, @Nullable String key, @Nullable String password) {
        readable(FILE, file);
        if (key != null) readable(KEY, key);
        try {
            return SslBundle.of(
                            store(file, key, password),
                            password == null ? SslBundleKey.NONE : SslBundleKey.of(password))
                    .createSslContext();
        } catch (RuntimeException e) {
            throw new SettingRefused(
                    FILE,
                    "certificate and key cannot be read together",
                    "Name a PEM file and its key in " + KEY
                            + ", or a PKCS 12 store, and in SPORTELLO_CERTIFICATE_PASSWORD"
                            + " the password if there is one.");
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
