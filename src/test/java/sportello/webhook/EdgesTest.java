package sportello.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import sportello.Edge;
import sportello.TestClock;
import sportello.base.Language;
import sportello.base.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void a_message_is_cut_behind_fifty_thousand_signs() {
        for (var fits : List.of(49_999, 50_000))
            assertThat(message(fits).body()).hasSize(fits).doesNotContain("…");
        assertThat(message(50_001).body()).hasSize(50_001).endsWith("x…");
    }

    private static Message message(int length) {
        return new Message(new WebhookId(1), "noted", "1", "", "Nota", "x".repeat(length));
    }

    @Test
    void what_goes_to_a_room_is_cut() throws Exception {
        Edge.of("webhook/Payloads.LONGEST")
                .cuts(length -> room("q".repeat(length)).replaceAll("[^q]", "").length());
        Edge.of("webhook/Payloads.MOST_LINES")
                .cuts(many -> room("x\n".repeat(many)).split("\"x\"", -1).length - 1);
    }

    private static String room(String body) {
        var words = new StaticMessageSource();
        words.addMessage("webhook.open", Locale.ITALY, "Apri");
        var payload = new Payloads(words, new TestClock(NOON))
                .of(new Payloads.Order(
                        Format.TEAMS, Language.ITALIAN, new UUID(0, 1), NOON, "noted", "1", "", "Nota", body, null));
        return JsonMapper.shared()
                .readTree(payload.bytes())
                .path("attachments")
                .path(0)
                .path("content")
                .path("body")
                .toString();
    }

    @Test
    void of_what_is_answered_the_beginning_is_read_and_kept() throws Exception {
        try (var listener = Listener.plain()) {
            Edge.of("webhook/WebhookConversation.MOST_KEPT")
                    .cuts(length ->
                            post(listener.says(200, "x".repeat(length))).words().length());
            Edge.of("webhook/WebhookConversation.MOST_READ")
                    .isTheLast(length -> post(listener.says(200, " ".repeat(length - 1) + "x"))
                            .words()
                            .contains("x"));
        }
    }

    // limit webhook/WebhookConversation.LONGEST_PAUSE
    @Test
    void nobody_is_left_alone_for_more_than_a_day() throws Exception {
        try (var listener = Listener.plain()) {
            new Edge("seconds", 86_400).cuts(seconds -> (int) post(listener.says(429, "", "Retry-After", "" + seconds))
                    .pause()
                    .toSeconds());
        }
    }

    private static Answer post(Listener listener) throws IOException {
        var allowed = new AllowedHosts(List.of("localhost"));
        var address = ((Outcome.Done<WebhookAddress>) WebhookAddress.typed(listener.address(), allowed)).value();
        return new WebhookConversation(new TestClock(NOON), Duration.ofSeconds(20))
                .post(
                        new WebhookConversation.Call(address, allowed.admit(address), ""),
                        new Payload("{}".getBytes(UTF_8), Map.of()));
    }
}
