package sportello.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say of senders, as RFC 8601 writes it, and as somebody writes it who wants to be believed. */
class AuthenticationResultsTest {

    @Test
    void each_method_says_what_it_found_and_of_what() {
        var said = read("""
                MX.Valle.example 1; spf=pass smtp.mailfrom=roccalba.example;
                 dkim = pass (2048-bit key) header.d=roccalba.example header.i=@roccalba.example;
                 dmarc/1=Pass (p=reject dis=none) header.from=roccalba.example
                """);

        assertThat(said.server()).isEqualTo("mx.valle.example");
        assertThat(said.results())
                .extracting(AuthenticationResults.Result::method, AuthenticationResults.Result::result)
                .containsExactly(tuple("spf", "pass"), tuple("dkim", "pass"), tuple("dmarc", "pass"));
        assertThat(said.of("dmarc").getFirst().properties()).containsEntry("header.from", "roccalba.example");
        assertThat(said.of("dkim").getFirst().properties()).containsEntry("header.d", "roccalba.example");
    }

    private static org.assertj.core.groups.Tuple tuple(String method, String result) {
        return org.assertj.core.groups.Tuple.tuple(method, result);
    }

    /** A server repeats what strangers gave it: it stands in quotes or in a comment, and says nothing itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.valle.example; dmarc=fail (; dmarc=pass)",
                "mx.valle.example; dmarc=fail (a (b) ; dmarc=pass",
                "mx.valle.example; dmarc=fail (a \\) ; dmarc=pass)",
                "mx.valle.example; dmarc=fail smtp.mailfrom=\"x; dmarc=pass\"@evil.example",
                "mx.valle.example; dmarc=fail smtp.mailfrom=\"x\\\"; dmarc=pass\"@evil.example",
                "mx.valle.example; dmarc=fail reason=\"dmarc=pass\"",
                "mx.valle.example; dmarc=fail smtp.mailfrom=\"; dmarc=pass",
            })
    void what_is_quoted_is_not_said(String field) {
        assertThat(read(field).of("dmarc"))
                .extracting(AuthenticationResults.Result::result)
                .containsExactly("fail");
    }

    @Test
    void a_server_may_have_found_nothing() {
        assertThat(read("mx.valle.example; none").results()).isEmpty();
        assertThat(read("mx.valle.example").results()).isEmpty();
        assertThat(read("(by) \"mx.valle.example\" 1 ; none").server()).isEqualTo("mx.valle.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; dmarc=pass", "mx.evil.example mx.valle.example; dmarc=pass", "a b c; dmarc=pass"})
    void who_speaks_has_one_name(String field) {
        assertThat(AuthenticationResults.read(field)).isEmpty();
    }

    private static AuthenticationResults read(String field) {
        return List.of(AuthenticationResults.read(field.replaceAll("\\s+", " ").strip())
                        .orElseThrow())
                .getFirst();
    }
}
