package sportello.web.agent.dashboard;

import static sportello.web.agent.dashboard.Column.CUSTOMER;
import static sportello.web.agent.dashboard.Column.OWNER;
import static sportello.web.agent.dashboard.Column.PRIORITY;
import static sportello.web.agent.dashboard.Column.QUEUE;
import static sportello.web.agent.dashboard.Column.STATE;
import static sportello.web.agent.dashboard.Side.LEFT;
import static sportello.web.agent.dashboard.Side.RIGHT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.ticket.DeskList;

/**
 * Every widget there is, in the order of a fresh dashboard. A new one needs a line here, a record among the
 * {@link Widget}s, a line in {@link Widgets} that reads it, a template, and its title in the messages.
 */
public enum WidgetKind {
    NEWS("speakerphone", LEFT, true),
    NEW("sparkles", LEFT, true, DeskList.NEW, CUSTOMER, QUEUE, PRIORITY),
    OPEN("inbox", LEFT, true, DeskList.OPEN, CUSTOMER, STATE, OWNER),
    LOCKED("lock", LEFT, false, DeskList.LOCKED, CUSTOMER, QUEUE, STATE),
    RESPONSIBLE("user-check", LEFT, false, DeskList.RESPONSIBLE, CUSTOMER, STATE, OWNER),
    REMINDERS("clock", LEFT, true, DeskList.REMINDERS, CUSTOMER, STATE, OWNER),
    QUEUES("list-tree", RIGHT, true),
    TODAY("calendar", RIGHT, true),
    SEARCHES("star", RIGHT, false),
    WEEK("chart-bar", RIGHT, true),
    UNASCERTAINED("alert-triangle", RIGHT, true, DeskList.UNASCERTAINED, CUSTOMER, OWNER),
    ONLINE("users", RIGHT, true);

    private final String icon;
    private final Side side;
    private final boolean on;
    private final @Nullable DeskList list;
    private final List<Column> columns;

    WidgetKind(String icon, Side side, boolean on) {
        this(icon, side, on, null);
    }

    WidgetKind(String icon, Side side, boolean on, @Nullable DeskList list, Column... columns) {
        this.icon = icon;
        this.side = side;
        this.on = on;
        this.list = list;
        this.columns = List.of(columns);
    }

    public String icon() {
        return icon;
    }

    /** The list of tickets that it shows, if it shows one. */
    public Optional<DeskList> list() {
        return Optional.ofNullable(list);
    }

    /** Where and how it stands on a fresh dashboard. */
    Slot usual() {
        return new Slot(this, side, on, Slot.USUAL_ROWS, columns);
    }

    /** As it is stored, sent and spoken of. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WidgetKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
