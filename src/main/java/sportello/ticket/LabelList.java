package sportello.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sportello.audit.Topic;

/** What administrators call by names of their own: the list is ours, its words are theirs. */
public enum LabelList {
    STATES(Topic.STATES, "states.", "ticket_state", "state."),
    PRIORITIES(Topic.PRIORITIES, "priorities.", "ticket_priority", "priority.");

    private final Topic topic;
    private final String words;
    private final String table;
    private final String message;

    LabelList(Topic topic, String words, String table, String message) {
        this.topic = topic;
        this.words = words;
        this.table = table;
        this.message = message;
    }

    public static Optional<LabelList> of(String key) {
        return Arrays.stream(values()).filter(list -> list.key().equals(key)).findFirst();
    }

    /** As it stands in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the messages: each list has words of its own for what can be said of both. */
    public String word(String end) {
        return words + end;
    }

    /** Where the messages hold how we call it. */
    public String message(String key) {
        return message + key;
    }

    /** Whether the message is how one of these is called. */
    boolean isCalled(String message) {
        return message.startsWith(this.message);
    }

    String keyOf(String message) {
        return message.substring(this.message.length());
    }

    /** Whether customers read them. */
    public boolean isForCustomers() {
        return this == STATES;
    }

    /** What it holds, as the messages know it, in its order. */
    public List<String> keys() {
        return switch (this) {
            case STATES -> Arrays.stream(State.values()).map(State::key).toList();
            case PRIORITIES ->
                Arrays.stream(Priority.values())
                        .map(priority -> "" + priority.level())
                        .toList();
        };
    }

    /** As we deliver it. */
    public Mark mark(String key) {
        return switch (this) {
            case STATES -> Mark.of(State.valueOf(key.toUpperCase(Locale.ROOT)));
            case PRIORITIES -> Mark.of(Priority.of(Integer.parseInt(key)));
        };
    }

    Topic topic() {
        return topic;
    }

    String table() {
        return table;
    }
}
