package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists that every agent has, whatever the queues. */
public enum FixedView {
    /** What the agent has in hand. */
    LOCKED("t.owner_id = :me and t.locked_at is not null"),
    /** On what the agent keeps an eye. */
    WATCHED("t.id in (select w.ticket_id from ticket_watch w where w.agent_id = :me)"),
    /** Closed without success, and nobody has ascertained yet why (S71). */
    UNASCERTAINED("t.state_id = 8 and t.ascertained_at is null"),
    /** Of these, those whose cause the agent has to ascertain, as the responsible or because nobody is. */
    DUTIES("t.state_id = 8 and t.ascertained_at is null and (t.responsible_id = :me or t.responsible_id is null)"),
    /** The agent's reminders that are due today, or were before. */
    REMINDERS("t.state_type = 'pending_reminder' and t.pending_until < :tomorrow"
            + " and (t.owner_id = :me or t.responsible_id = :me)");

    private final String condition;

    FixedView(String condition) {
        this.condition = condition;
    }

    /** Whether its tickets are closed ones, whatever stage is asked for. */
    public boolean isOver() {
        return this == UNASCERTAINED || this == DUTIES;
    }

    /** On {@code ticket t}, seen from the agent {@code :me}, for whom the next day begins {@code :tomorrow}. */
    String condition() {
        return condition;
    }

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The view of a key that somebody typed. */
    public static Optional<FixedView> of(String key) {
        return Arrays.stream(values()).filter(view -> view.key().equals(key)).findFirst();
    }
}
