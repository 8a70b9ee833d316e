package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import sportello.audit.Topic;

/** The lists from which the desk chooses, as administrators keep them. */
public enum ChoiceList {
    /** Why a request could not be satisfied (S71). */
    CAUSES(Topic.CAUSES, "causes.", "failure_cause", "ascertainment", "cause_id"),

    /** What kind of request a ticket is (F41). */
    TYPES(Topic.TYPES, "types.", "ticket_type", "ticket", "type_id"),

    /** For what it is: a tree. */
    SERVICES(Topic.SERVICES, "services.", "service", "ticket", "service_id");

    private final Topic topic;
    private final String words;
    private final String table;
    private final String user;
    private final String column;

    ChoiceList(Topic topic, String words, String table, String user, String column) {
        this.topic = topic;
        this.words = words;
        this.table = table;
        this.user = user;
        this.column = column;
    }

    public static Optional<ChoiceList> of(String key) {
        return Arrays.stream(values()).filter(list -> list.key().equals(key)).findFirst();
    }

    /** As it stands in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the messages: each list has words of its own for what can be said of all. */
    public String word(String end) {
        return words + end;
    }

    /** Whether one can stand below another; what is no tree stands in an order of the administrators' choice. */
    public boolean isTree() {
        return this == SERVICES;
    }

    Topic topic() {
        return topic;
    }

    String table() {
        return table;
    }

    /** The table of what refers to it, by {@link #column}. */
    String user() {
        return user;
    }

    String column() {
        return column;
    }

    /** In which it is offered: a tree by its names, each one before those below it. */
    String order() {
        return isTree() ? "string_to_array(lower(name), '" + KeptChoice.BELOW + "'), id" : "position, id";
    }

    /**
     * As a condition on {@code ticket t}: that it was said of it, or in a tree one that stands below it.
     *
     * @param id the parameter
     */
    public String said(String id) {
        return isTree() ? "t.%s in (%s)".formatted(column, within("= " + id)) : "t.%s = %s".formatted(column, id);
    }

    /** Those of a tree that the condition chooses, with all that stand below them. */
    public String within(String condition) {
        return """
                select w.id
                  from %1$s w
                  join %1$s above on w.id = above.id or starts_with(w.name, above.name || '%2$s')
                 where above.id %3$s""".formatted(table, KeptChoice.BELOW, condition);
    }

    /** Whether somebody must be able to choose: who explains a failure has a duty, who classifies has none. */
    boolean isNeeded() {
        return this == CAUSES;
    }
}
