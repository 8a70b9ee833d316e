package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.TestClock;
import sportello.webhook.Listener;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Consent CONSENT = new Consent(Provider.MICROSOFT, "valle", "sportello", null, "r", false);

    private final TestClock clock = new TestClock(Instant.parse("2026-11-30T09:00:00Z"));
    private Callers callers = new Callers(0, Listening.WORDS, Listening.PATIENCE, clock);

    @Test
    void of_what_a_provider_of_tokens_says_so_much_is_read_and_told() throws Exception {
        try (var provider = new TokenServer()) {
            Edge.of("mailbox/TokenEndpoint.LARGEST_ANSWER").isTheLast(size -> {
                var answer = "{\"access_token\":\"t\"" + " ".repeat(size - 20) + "}";
                return said(provider.answers(200, answer)).equals("t");
            });
            Edge.of("mailbox/TokenEndpoint.LONGEST_WORDS").cuts(length -> {
                var words = "x".repeat(length - "invalid_grant ".length());
                var answer = "{\"error\":\"invalid_grant\",\"error_description\":\"" + words + "\"}";
                return said(provider.answers(400, answer))
                        .replaceAll("no token: |…", "")
                        .length();
            });
        }
    }

    @Test
    void a_provider_of_tokens_is_not_waited_for_that_says_nothing_or_a_sign_at_a_time() throws Exception {
        try (var listener = Listener.plain().waits().drips()) {
            var address = URI.create(listener.address());
            var hasty = new TokenEndpoint(address, clock, Duration.ofMillis(300));
            for (var _ : List.of("waits", "drips"))
                assertThatThrownBy(() -> hasty.ask(CONSENT, "posta")).isInstanceOf(HttpTimeoutException.class);
            assertThat(new TokenEndpoint(address, clock))
                    .extracting("questions.altogether")
                    .isEqualTo(Edge.of("mailbox/TokenEndpoint.ALTOGETHER").time());
        }
    }

    /** From machines of which none takes more than its part. */
    @Test
    void so_many_talk_at_once() throws Exception {
        Edge.of("mailbox/Listening.AT_ONCE").isTheLast(many -> filled(many, false));
    }

    @Test
    void whoever_brings_a_mail_has_his_time_before_he_makes_room() throws Exception {
        Edge.of("mailbox/Listening.PATIENCE").isTheFirst(seconds -> {
            filled(Listening.AT_ONCE, true);
            clock.advance(Duration.ofSeconds(seconds));
            return callers.welcome(new Guest(0, 3, true));
        });
    }

    /** Whether the last of them found a place. */
    private boolean filled(int many, boolean withMail) {
        callers = new Callers(Listening.AT_ONCE, Listening.WORDS, Listening.PATIENCE, clock);
        var welcome = false;
        for (var number = 1; number <= many; number++)
            welcome = callers.welcome(new Guest(number, number % 3, withMail));
        return welcome;
    }

    /** Somebody who talks to us. */
    private record Guest(int number, int lastOfAddress, boolean bringsMail) implements Caller {
        @Override
        public InetAddress machine() {
            return InetAddress.ofLiteral("192.0.2." + lastOfAddress);
        }

        @Override
        public void part() {}
    }

    private String said(TokenServer provider) {
        try {
            return new TokenEndpoint(provider.address(), clock)
                    .ask(CONSENT, "posta")
                    .token()
                    .value();
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
