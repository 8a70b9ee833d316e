package sportello.mailbox;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.TestClock;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-30T09:00:00Z"));

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

    private String said(TokenServer provider) {
        var consent = new Consent(Provider.MICROSOFT, "valle", "sportello", null, "r", false);
        try {
            return new TokenEndpoint(provider.address(), clock)
                    .ask(consent, "posta")
                    .token()
                    .value();
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
