package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Iterator;
import java.util.Objects;

/** Pairs of RSA keys of which no two are the same. Most were made before: to make one takes a second. */
final class ReadyKeys {
    private static final String PILE = "/keys/rsa.txt";
    private static final int BITS = 2048;

    private static final Iterator<String> LEFT = pile();

    private ReadyKeys() {}

    static synchronized KeyPair next() throws GeneralSecurityException {
        return LEFT.hasNext() ? read(LEFT.next()) : fresh();
    }

    private static KeyPair read(String base64) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new KeyPair(open, secret);
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return generator.generateKeyPair();
    }

    private static Iterator<String> pile() {
        try (var in = Objects.requireNonNull(ReadyKeys.class.getResourceAsStream(PILE))) {
            return new String(in.readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
