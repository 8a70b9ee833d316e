package sportello.oidc;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateKeySpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.webhook.Listener;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_key_that_signs_has_so_many_bits() throws Exception {
        Edge.of("oidc/SignedToken.SHORTEST_MODULUS").isTheFirst(bits -> signs(bits, 0));
        assertThat(signs(2040, 1)).as("with a nought in front").isFalse();
    }

    /** @param noughts written in front of the number, in bytes */
    private static boolean signs(int bits, int noughts) throws Exception {
        var numbers = new Numbers(bits);
        var factory = KeyFactory.getInstance("RSA");
        var number = Base64URL.encode(numbers.modulus).decode();
        var written = new byte[noughts + number.length];
        System.arraycopy(number, 0, written, noughts, number.length);
        var shown = new RSAKey.Builder(Base64URL.encode(written), Base64URL.encode(Numbers.PUBLIC)).build();
        var token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder().subject("giulia").build());
        token.sign(new RSASSASigner(
                factory.generatePrivate(new RSAPrivateKeySpec(numbers.modulus, numbers.secret)),
                Set.of(AllowWeakRSAKey.getInstance())));
        try {
            var keys = JsonMapper.shared().readTree(new JWKSet(shown).toString());
            return SignedToken.read(token.serialize(), keys).text("sub").equals("giulia");
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void of_what_a_provider_says_of_itself_so_much_is_read() throws Exception {
        Edge.of("oidc/OidcConversation.LARGEST_ANSWER").isTheLast(size -> {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            var bare = """
                    {"issuer":"%1$s","authorization_endpoint":"%1$s/a","token_endpoint":"%1$s/t","jwks_uri":"%1$s/k"}
                    """.formatted(issuer).strip();
            var answer =
                    bare.replace("}", " ".repeat(size - bare.length()) + "}").getBytes(US_ASCII);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            try {
                return new OidcConversation(new OidcProvider(
                                Audience.DESK, true, "Comune", issuer, "sportello", "", null, List.of()))
                        .discover()
                        .token()
                        .equals(issuer + "/t");
            } catch (IOException refused) {
                return false;
            } finally {
                server.stop(0);
            }
        });
    }

    @Test
    void a_provider_is_not_waited_for_that_says_nothing_or_a_sign_at_a_time() throws Exception {
        try (var listener = Listener.plain().waits().drips()) {
            var provider = new OidcProvider(
                    Audience.DESK, true, "Comune", listener.address(), "sportello", "", null, List.of());
            var hasty = new OidcConversation(provider, Duration.ofMillis(300));
            for (var _ : List.of("waits", "drips"))
                assertThatThrownBy(hasty::discover).isInstanceOf(HttpTimeoutException.class);
            assertThat(new OidcConversation(provider))
                    .extracting("questions.altogether")
                    .isEqualTo(Edge.of("oidc/OidcConversation.ALTOGETHER").time());
        }
    }

    /** Of a key that is long at once, since most of its primes are known to everybody. */
    private static final class Numbers {
        private static final BigInteger PUBLIC = BigInteger.valueOf(65_537);

        private final BigInteger modulus;
        private final BigInteger secret;

        private Numbers(int bits) {
            var modulus = ONE;
            var order = ONE;
            for (var power : new int[] {1279, 607, 127}) {
                var prime = TWO.pow(power).subtract(ONE);
                modulus = modulus.multiply(prime);
                order = order.multiply(prime.subtract(ONE));
            }
            var last = TWO.pow(bits - 1).divide(modulus).nextProbablePrime();
            this.modulus = modulus.multiply(last);
            this.secret = PUBLIC.modInverse(order.multiply(last.subtract(ONE)));
        }
    }
}
