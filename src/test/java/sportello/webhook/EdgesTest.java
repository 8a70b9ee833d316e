package sportello.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_message_is_cut_behind_fifty_thousand_signs() {
        for (var fits : List.of(49_999, 50_000))
            assertThat(message(fits).body()).hasSize(fits).doesNotContain("…");
        assertThat(message(50_001).body()).hasSize(50_001).endsWith("x…");
    }

    private static Message message(int length) {
        return new Message(new WebhookId(1), "noted", "1", "", "Nota", "x".repeat(length));
    }
}
