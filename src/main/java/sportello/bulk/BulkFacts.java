package sportello.bulk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sportello.agent.AgentId;
import sportello.base.Refusal;
import sportello.queue.QueueId;
import sportello.ticket.AsItWas;
import sportello.ticket.Message;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Actions, refusals and how tickets stood as JSON and back: what a bulk keeps. The names here are stored, so they stay as they are. */
final class BulkFacts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(BulkAction.class, Types.class)
            .addMixIn(QueueId.class, Identifier.class)
            .addMixIn(AgentId.class, Identifier.class)
            .addMixIn(BulkId.class, Identifier.class)
            .addMixIn(Title.class, Text.class)
            .addMixIn(Message.class, Text.class)
            .addMixIn(TicketNumber.class, Text.class)
            .build();

    private BulkFacts() {}

    static String of(BulkAction action) {
        return JSON.writerFor(BulkAction.class).writeValueAsString(action);
    }

    static BulkAction action(String json) {
        return JSON.readValue(json, BulkAction.class);
    }

    static String of(AsItWas was) {
        return JSON.writeValueAsString(was);
    }

    static AsItWas was(String json) {
        return JSON.readValue(json, AsItWas.class);
    }

    static String of(Refusal why) {
        var arguments = why.arguments().stream().map(BulkFacts::stored).toList();
        return JSON.writeValueAsString(Map.of("message", why.message(), "arguments", arguments));
    }

    static Refusal refusal(String json) {
        var stored = JSON.readTree(json);
        List<Object> arguments = new ArrayList<>();
        stored.path("arguments").forEach(argument -> arguments.add(argument(argument)));
        return new Refusal(stored.path("message").asString(), arguments);
    }

    /** A time stays a time, so that every reader sees it in the own zone. */
    private static Object stored(Object argument) {
        return switch (argument) {
            case Instant at -> Map.of("at", at.toString());
            case Number number -> number;
            default -> argument.toString();
        };
    }

    private static Object argument(JsonNode stored) {
        if (stored.isObject()) return Instant.parse(stored.path("at").asString());
        return stored.isNumber() ? stored.numberValue() : stored.asString();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BulkAction.Lock.class, name = "lock"),
        @JsonSubTypes.Type(value = BulkAction.Release.class, name = "release"),
        @JsonSubTypes.Type(value = BulkAction.Move.class, name = "move"),
        @JsonSubTypes.Type(value = BulkAction.ChangeOwner.class, name = "owner"),
        @JsonSubTypes.Type(value = BulkAction.ChangeResponsible.class, name = "responsible"),
        @JsonSubTypes.Type(value = BulkAction.Prioritise.class, name = "priority"),
        @JsonSubTypes.Type(value = BulkAction.Classify.class, name = "type"),
        @JsonSubTypes.Type(value = BulkAction.FillIn.class, name = "fields"),
        @JsonSubTypes.Type(value = BulkAction.Note.class, name = "note"),
        @JsonSubTypes.Type(value = BulkAction.Watch.class, name = "watch"),
        @JsonSubTypes.Type(value = BulkAction.Unwatch.class, name = "unwatch"),
        @JsonSubTypes.Type(value = BulkAction.Postpone.class, name = "pending"),
        @JsonSubTypes.Type(value = BulkAction.Close.class, name = "close"),
        @JsonSubTypes.Type(value = BulkAction.Reopen.class, name = "reopen"),
        @JsonSubTypes.Type(value = BulkAction.Archive.class, name = "archive"),
        @JsonSubTypes.Type(value = BulkAction.Merge.class, name = "merge"),
        @JsonSubTypes.Type(value = BulkAction.Link.class, name = "link"),
        @JsonSubTypes.Type(value = BulkAction.Undo.class, name = "undo")
    })
    @JsonIgnoreProperties("reversible")
    private interface Types {}

    private abstract static class Identifier {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Identifier(@SuppressWarnings("unused") long value) {}

        @JsonValue
        abstract long value();
    }

    private abstract static class Text {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Text(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }
}
