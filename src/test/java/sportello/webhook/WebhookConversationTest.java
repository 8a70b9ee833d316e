package sportello.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.Edge;
import sportello.TestClock;
import sportello.base.Outcome;
import sportello.settings.OldTls;
import sportello.settings.OwnAuthority;

/** One message goes to one address, and nowhere else, whatever the other side does. */
class WebhookConversationTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Payload HELLO = new Payload("{\"text\":\"Città\"}".getBytes(UTF_8), Map.of("webhook-id", "1"));

    private final Clock clock = new TestClock(NOON);
    private final WebhookConversation conversation = new WebhookConversation(clock, Duration.ofSeconds(20));

    @TempDir
    Path directory;

    @Test
    void the_other_side_gets_what_was_written_and_is_heard() throws IOException {
        try (var listener = Listener.plain().says(200, "ok")) {
            assertThat(post(listener.address())).isEqualTo(Answer.of(200, "ok", null));
            var heard = listener.heard.getFirst();
            assertThat(heard.path()).isEqualTo("/hooks/parola");
            assertThat(heard.body()).isEqualTo("{\"text\":\"Città\"}");
            assertThat(heard.header("Content-Type")).startsWith("application/json");
            assertThat(heard.header("webhook-id")).isEqualTo("1");
            assertThat(heard.headers()).doesNotContainKeys("Upgrade", "Cookie", "Accept-encoding", "Authorization");
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void a_redirect_is_an_answer_and_not_followed(int status) throws IOException {
        try (var elsewhere = Listener.plain();
                var listener = Listener.plain().says(status, "", "Location", elsewhere.address())) {
            assertThat(post(listener.address()).status()).isEqualTo(status);
            assertThat(elsewhere.heard).isEmpty();
        }
    }

    @Test
    void who_asks_to_be_left_alone_says_for_how_long() throws IOException {
        try (var listener = Listener.plain()
                .says(429, "slow", "Retry-After", "120")
                .says(429, "slow", "Retry-After", "Mon, 2 Mar 2026 12:05:00 GMT")
                .says(429, "slow", "Retry-After", "Mon, 2 Mar 2026 11:00:00 GMT")
                .says(503, "", "Retry-After", "999999999")
                .says(503, "", "Retry-After", "soon")) {
            assertThat(post(listener.address()).pause()).isEqualTo(Duration.ofMinutes(2));
            assertThat(post(listener.address()).pause()).isEqualTo(Duration.ofMinutes(5));
            assertThat(post(listener.address()).pause()).isNull();
            assertThat(post(listener.address()).pause()).isEqualTo(Duration.ofDays(1));
            assertThat(post(listener.address()).pause()).isNull();
        }
    }

    @Test
    void who_never_ends_is_heard_for_a_moment() throws IOException {
        try (var listener = Listener.plain().talksForEver()) {
            var answer = post(listener.address());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.words()).startsWith("parole parole").hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void who_says_nothing_or_a_sign_at_a_time_is_not_waited_for() throws IOException {
        var hasty = new WebhookConversation(clock, Duration.ofMillis(300));
        try (var listener = Listener.plain().waits().drips()) {
            assertThat(hasty.post(call(listener.address(), ""), HELLO)).isEqualTo(Answer.none(Trouble.SLOW));
            assertThat(hasty.post(call(listener.address(), ""), HELLO)).isEqualTo(Answer.none(Trouble.SLOW));
        }
        assertThat(new WebhookConversation(clock))
                .extracting("altogether")
                .isEqualTo(Edge.of("webhook/WebhookConversation.ALTOGETHER").time());
    }

    @Test
    void who_is_not_there_is_not_reached_and_who_does_not_exist_not_found() throws IOException {
        String gone;
        try (var listener = Listener.plain()) {
            gone = listener.address();
        }
        assertThat(post(gone)).isEqualTo(Answer.none(Trouble.UNREACHABLE));
        assertThat(conversation.post(call("https://nessuno.invalid/x", ""), HELLO))
                .isEqualTo(Answer.none(Trouble.UNKNOWN_HOST));
    }

    /** Whatever the name says: that it leads inside is seen where it is looked up, and nothing is sent. */
    @Test
    void what_leads_inside_is_not_called_unless_it_was_allowed() throws Exception {
        var authority = OwnAuthority.forLocalhost(directory);
        try (var listener = Listener.encrypted(authority.context())) {
            var address = (Outcome.Done<WebhookAddress>) WebhookAddress.typed(listener.address(), AllowedHosts.NONE);
            var call = new WebhookConversation.Call(address.value(), false, authority.pem());
            assertThat(conversation.post(call, HELLO)).isEqualTo(Answer.none(Trouble.INSIDE));
            assertThat(listener.heard).isEmpty();
            assertThat(conversation
                            .post(call(listener.address(), authority.pem()), HELLO)
                            .isTaken())
                    .isTrue();
        }
    }

    /** The name is asked once; whatever it would be answered the second time, the connection goes where was looked. */
    @Test
    void the_connection_goes_to_the_very_address_that_was_looked_at() throws Exception {
        var address = ((Outcome.Done<WebhookAddress>)
                        WebhookAddress.typed("http://localhost:1/x", new AllowedHosts(List.of("localhost"))))
                .value();
        var reachable = Reachable.of(address, true);
        assertThat(reachable.resolve("LOCALHOST.")).isNotEmpty().allMatch(found -> found.isLoopbackAddress());
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> reachable.resolve("127.0.0.1")))
                .isInstanceOf(java.net.UnknownHostException.class);
    }

    @Test
    void whom_nobody_vouches_for_is_told_nothing() throws Exception {
        var authority = OwnAuthority.forLocalhost(directory);
        try (var listener = Listener.encrypted(authority.context())) {
            assertThat(post(listener.address())).isEqualTo(Answer.none(Trouble.UNTRUSTED));
            assertThat(conversation.post(call(listener.at("127.0.0.1"), authority.pem()), HELLO))
                    .isEqualTo(Answer.none(Trouble.UNTRUSTED));
            assertThat(listener.heard).isEmpty();
            assertThat(conversation
                            .post(call(listener.address(), authority.pem()), HELLO)
                            .isTaken())
                    .isTrue();
        }
    }

    @Test
    void a_certificate_that_has_expired_or_was_revoked_is_none() throws Exception {
        for (var authority : List.of(OwnAuthority.expired(), OwnAuthority.revoked()))
            try (var listener = Listener.encrypted(authority.context())) {
                assertThat(conversation.post(call(listener.address(), authority.pem()), HELLO))
                        .isEqualTo(Answer.none(Trouble.UNTRUSTED));
                assertThat(listener.heard).isEmpty();
            }
    }

    @ParameterizedTest
    @ValueSource(ints = {OldTls.TLS_1_0, OldTls.TLS_1_1})
    void who_speaks_only_an_old_tls_is_told_nothing(int version) throws Exception {
        try (var old = OldTls.speaking(version)) {
            assertThat(post("https://localhost:" + old.port() + "/x")).isEqualTo(Answer.none(Trouble.UNTRUSTED));
            assertThat(old.alert()).isEqualTo(OldTls.PROTOCOL_VERSION);
        }
    }

    private Answer post(String address) {
        return conversation.post(call(address, ""), HELLO);
    }

    private static WebhookConversation.Call call(String address, String ownCa) {
        var allowed = new AllowedHosts(List.of("localhost", "127.0.0.1"));
        var known = ((Outcome.Done<WebhookAddress>) WebhookAddress.typed(address, allowed)).value();
        return new WebhookConversation.Call(known, allowed.admit(known), ownCa);
    }
}
