package sportello.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Other people's programs can check our signature. */
class SignatureTest {

    /** The example of the libraries of Standard Webhooks. */
    @Test
    void it_is_that_of_standard_webhooks() {
        var headers = Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(UTF_8),
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(headers)
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void without_a_secret_there_is_none() {
        assertThat(Signature.headers("1", Instant.EPOCH, new byte[0], null)).doesNotContainKey("webhook-signature");
    }

    @Test
    void a_secret_that_says_it_is_in_base_64_is() {
        assertThat(Signature.isReadable("whsec_!!")).isFalse();
        assertThat(Signature.isReadable("whsec_")).isFalse();
        assertThat(Signature.isReadable("vento caldo di mare")).isTrue();
    }
}
