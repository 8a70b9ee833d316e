package sportello.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;
import sportello.TestClock;
import sportello.base.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each of the others gets what it understands, and what people wrote stays text there. */
class PayloadsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID REF = UUID.fromString("6f1b1d1e-0000-4000-8000-000000000001");

    private final Payloads payloads = new Payloads(words(), new TestClock(NOON));

    @Test
    void a_program_gets_our_own_json() {
        var said = said(Format.SPORTELLO, "Nota", "Il palo\nè «corroso».");
        assertThat(said.toString())
                .isEqualTo("{\"id\":\"" + REF + "\",\"type\":\"noted\",\"timestamp\":\"2026-03-02T12:00:00Z\","
                        + "\"language\":\"it\",\"ticket\":{\"number\":\"2018091110000018\","
                        + "\"link\":\"https://desk.example/1\"},\"subject\":\"Nota\","
                        + "\"text\":\"Il palo\\nè «corroso».\"}");
    }

    @Test
    void slack_and_mattermost_get_one_text() {
        assertThat(said(Format.SLACK, "Nota", "Il palo è corroso.").path("text").asString())
                .isEqualTo("Nota\nIl palo è corroso.\nhttps://desk.example/1");
    }

    /** Anybody can write a ticket. */
    @Test
    void who_writes_a_ticket_calls_nobody_in_the_channel_and_hides_no_link() {
        var text = said(
                        Format.SLACK,
                        "<!channel> a & b",
                        "@channel @ALL @here <@U123> [banca](https://truffa.example) <https://truffa.example|banca>")
                .path("text")
                .asString();
        assertThat(text)
                .contains("&lt;!channel&gt; a &amp; b", "&lt;@U123&gt;", "&lt;https://truffa.example|banca&gt;")
                .doesNotContain("<", "](")
                .doesNotContainPattern("(?i)@(channel|all|here)");
    }

    @Test
    void teams_gets_a_card_whose_runs_of_text_are_no_markup() {
        var said = said(Format.TEAMS, "Nota **nuova**", "Il palo\n\n[banca](https://truffa.example)");
        var attachment = said.path("attachments").path(0);
        var card = attachment.path("content");
        assertThat(said.path("type").asString()).isEqualTo("message");
        assertThat(attachment.path("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.path("body"))
                .extracting(block -> block.path("type").asString())
                .hasSize(3)
                .containsOnly("RichTextBlock");
        assertThat(card.path("body"))
                .extracting(block -> block.path("inlines").path(0).path("text").asString())
                .containsExactly("Nota **nuova**", "Il palo", "[banca](https://truffa.example)");
        assertThat(card.path("actions").path(0).path("url").asString()).isEqualTo("https://desk.example/1");
        assertThat(card.path("actions").path(0).path("title").asString()).isEqualTo("Apri");
    }

    @ParameterizedTest
    @EnumSource(names = {"SLACK", "TEAMS"})
    void nobody_gets_more_than_is_taken(Format format) {
        var bytes = payload(format, "Nota", "😀 parole\n".repeat(20_000)).bytes();
        assertThat(bytes.length).isLessThan(28 * 1024);
    }

    @Test
    void a_message_has_an_end_however_long_the_mail_is() {
        var message = new Message(new WebhookId(1), "noted", "1", "", "Nota", "à".repeat(Message.LONGEST + 1));
        assertThat(message.body()).hasSize(Message.LONGEST + 1).endsWith("à…");
    }

    private JsonNode said(Format format, String subject, String body) {
        return JsonMapper.shared().readTree(payload(format, subject, body).bytes());
    }

    private Payload payload(Format format, String subject, String body) {
        return payloads.of(new Payloads.Order(
                format,
                Language.ITALIAN,
                REF,
                NOON,
                "noted",
                "2018091110000018",
                "https://desk.example/1",
                subject,
                body,
                null));
    }

    private static StaticMessageSource words() {
        var words = new StaticMessageSource();
        words.addMessage("webhook.open", Locale.ITALY, "Apri");
        return words;
    }
}
