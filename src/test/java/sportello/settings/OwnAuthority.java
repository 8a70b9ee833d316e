package sportello.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate for which nobody known vouches.
 *
 * @param pem what an operator pastes who vouches for it
 */
public record OwnAuthority(SSLContext context, String pem) {
    private static final String PASSWORD = "changeit";

    /** One for the host "localhost", and for no address. */
    public static OwnAuthority forLocalhost(Path directory) throws Exception {
        var file = directory.resolve("localhost.p12");
        generate(file);
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(store.getCertificate("localhost").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return new OwnAuthority(context, pem);
    }

    private static void generate(Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        try (InputStream words = made.getInputStream()) {
            words.readAllBytes();
        }
        assertThat(made.waitFor()).isZero();
    }
}
