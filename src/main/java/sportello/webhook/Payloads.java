package sportello.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import tools.jackson.databind.json.JsonMapper;

/** Puts a message into the form that the other side understands. What people wrote stays text there, whatever signs are in it. */
@Component
class Payloads {
    /** Teams takes no card beyond 28 KB, Slack cuts at 4000 signs what is shown as one text. */
    static final int LONGEST = 3500;

    private static final int MOST_LINES = 100;

    /** Mattermost would call everybody in the channel. */
    private static final Pattern CALL = Pattern.compile("@(?=channel|all|here|everyone)", Pattern.CASE_INSENSITIVE);
    /** Mattermost would show another address than it leads to. */
    private static final Pattern HIDDEN_LINK = Pattern.compile("](?=[(\\[])");

    private static final String INVISIBLE_JOINT = "\u2060";

    private final MessageSource messages;
    private final Clock clock;

    Payloads(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One message for one webhook.
     *
     * @param ref by which the other side knows it when it comes twice
     * @param at when it was written
     * @param secret by which it is signed, null for no signature
     */
    record Order(
            Format format,
            Language language,
            UUID ref,
            Instant at,
            String event,
            String ticket,
            String link,
            String subject,
            String body,
            @Nullable String secret) {

        /** Nothing that is secret. */
        @Override
        public String toString() {
            return "Order[" + ref + "]";
        }
    }

    /** The bytes are the same each time; the signature is of its moment. */
    Payload of(Order order) {
        var content = switch (order.format()) {
            case SPORTELLO -> ours(order);
            case SLACK -> slack(order);
            case TEAMS -> teams(order);
        };
        var bytes = JsonMapper.shared().writeValueAsBytes(content);
        return new Payload(bytes, Signature.headers(order.ref().toString(), clock.instant(), bytes, order.secret()));
    }

    private static SequencedMap<String, Object> ours(Order order) {
        var ticket = new LinkedHashMap<String, Object>();
        ticket.put("number", order.ticket());
        ticket.put("link", order.link());
        var content = new LinkedHashMap<String, Object>();
        content.put("id", order.ref().toString());
        content.put("type", order.event());
        content.put("timestamp", order.at().toString());
        content.put("language", order.language().code());
        content.put("ticket", ticket);
        content.put("subject", order.subject());
        content.put("text", order.body());
        return content;
    }

    private static Map<String, Object> slack(Order order) {
        var text = tame(order.subject()) + "\n" + tame(shortened(order.body()));
        return Map.of("text", order.link().isEmpty() ? text : text + "\n" + order.link());
    }

    /** By Slack's rules three signs are written otherwise; then nothing in it calls people or hides a link. */
    private static String tame(String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        var calm = CALL.matcher(escaped).replaceAll("@" + INVISIBLE_JOINT);
        return HIDDEN_LINK.matcher(calm).replaceAll("]" + INVISIBLE_JOINT);
    }

    /** Runs of text, since only in those nothing is read as markup. */
    private SequencedMap<String, Object> teams(Order order) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(block(order.subject(), true));
        shortened(order.body())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_LINES)
                .forEach(line -> body.add(block(line, false)));
        var card = new LinkedHashMap<String, Object>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put("body", body);
        if (!order.link().isEmpty()) card.put("actions", List.of(door(order)));
        var content = new LinkedHashMap<String, Object>();
        content.put("type", "message");
        content.put(
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
        return content;
    }

    private static Map<String, Object> block(String text, boolean title) {
        Map<String, Object> run = title
                ? Map.of("type", "TextRun", "text", text, "weight", "Bolder")
                : Map.of("type", "TextRun", "text", text);
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }

    private Map<String, Object> door(Order order) {
        var title = messages.getMessage("webhook.open", null, order.language().locale());
        return Map.of("type", "Action.OpenUrl", "title", title, "url", order.link());
    }

    private static String shortened(String text) {
        return shortened(text, LONGEST);
    }

    static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) return text;
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
