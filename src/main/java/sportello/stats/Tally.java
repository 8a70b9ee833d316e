package sportello.stats;

import org.jspecify.annotations.Nullable;

/**
 * What happened with a part of the tickets in a span of days; times are null where nothing was timed. Work counts by the
 * hours of the queue in which a ticket is now.
 *
 * @param key the number of the queue, the person or whatever it is; {@link #ALL} for all of them together, {@link #NONE}
 *     for the tickets that have none
 * @param name a queue's is the full one with its ancestors; empty for all and for none
 * @param answered work until the first answer, of the tickets that had it in the span
 * @param answeredIn the same on the calendar
 * @param closed work until the end, of the tickets that were closed in the span and still are
 * @param closedIn the same on the calendar
 * @param unwaited work until the end less that during which the ticket was put aside
 */
public record Tally(
        long key,
        String name,
        Volume volume,
        @Nullable Spread answered,
        @Nullable Spread answeredIn,
        @Nullable Spread closed,
        @Nullable Spread closedIn,
        @Nullable Spread unwaited) {
    public static final long ALL = 0;
    public static final long NONE = -1;

    static final Tally EMPTY = new Tally(ALL, "", Volume.NONE, null, null, null, null, null);

    /** How many ancestors it has. */
    public int depth() {
        return name.split("::", -1).length - 1;
    }

    /** The name without its ancestors. */
    public String shortName() {
        return name.substring(name.lastIndexOf("::") < 0 ? 0 : name.lastIndexOf("::") + 2);
    }
}
