package sportello.ticket;

import java.util.Locale;

/** The short lists that lie on an agent's desk. */
public enum DeskList {
    NEW(Stage.NEW.condition(), false),
    OPEN(Stage.OPEN.condition(), false),

    /** Those that the viewer has locked. */
    LOCKED(Stage.ACTIVE.condition() + " and t.owner_id = :me and t.locked_at is not null", true),

    /** Those in progress that the viewer is responsible for. */
    RESPONSIBLE(Stage.ACTIVE.condition() + " and t.responsible_id = :me", true),

    /** The viewer's reminders that are due today, or were before. */
    REMINDERS(
            Stage.REMINDER.condition() + " and t.pending_until < :tomorrow"
                    + " and (t.owner_id = :me or t.responsible_id = :me)",
            true,
            "t.pending_until, t.id"),

    /** Closings without success whose cause the viewer has to ascertain, as the responsible or because nobody is (S71). */
    UNASCERTAINED(
            "t.state_id = 8 and t.ascertained_at is null and (t.responsible_id = :me or t.responsible_id is null)",
            true,
            "t.closed_at desc, t.id desc");

    private final String condition;
    private final boolean counted;
    private final String order;

    DeskList(String condition, boolean counted) {
        this(condition, counted, "t.created_at desc, t.id desc");
    }

    DeskList(String condition, boolean counted, String order) {
        this.condition = condition;
        this.counted = counted;
        this.order = order;
    }

    /** On {@code ticket t}, with the parameters {@code me} and {@code tomorrow}. */
    String condition() {
        return condition;
    }

    /** Whether it is read with its count; the others are counted queue by queue. */
    boolean isCounted() {
        return counted;
    }

    String order() {
        return order;
    }

    /** As it stands in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
