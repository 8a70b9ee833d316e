package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    @Test
    void it_has_256_bits_and_is_never_the_same() {
        var secret = Secret.fresh();

        assertThat(Base64.getUrlDecoder().decode(secret.text())).hasSize(32);
        assertThat(secret).isNotEqualTo(Secret.fresh());
    }

    @Test
    void it_does_not_show_itself_in_logs() {
        var secret = Secret.fresh();

        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "../../../../../../../../../../../../etc/pass", "a b"})
    void what_has_not_its_shape_is_none(String text) {
        assertThat(Secret.parse(text)).isEmpty();
    }

    @Test
    void one_that_was_given_out_is_read_back() {
        var secret = Secret.fresh();

        assertThat(Secret.parse(secret.text())).contains(secret);
        assertThat(Secret.parse(secret.text() + "A")).isEmpty();
        assertThat(Secret.parse(secret.text().substring(1))).isEmpty();
    }
}
