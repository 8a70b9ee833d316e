package sportello.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Invents tickets as a desk of years has them, each with three articles and its history. The same number of tickets
 * always gives the same ones, but for the dates, which count back from now.
 */
public final class InventedTickets {
    private static final int SYSTEM = 10;

    private final long tickets;
    private final Instant now;
    private final Duration span;
    private final ZoneId zone;
    private InventedRows rows = new InventedRows(0, 0);
    private long last;
    private LocalDate day = LocalDate.EPOCH;
    private long onDay;

    public InventedTickets(long tickets, Instant now, ZoneId zone) {
        this.tickets = tickets;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.span = Duration.ofDays(Math.clamp(tickets / 100, 30, 3 * 365));
        this.zone = zone;
    }

    /** The rows of the next tickets; none when all are invented. */
    public InventedRows next(int most) {
        rows = rows.next();
        for (var left = most; left > 0 && last < tickets; left--) invent(++last);
        return rows;
    }

    /** The last day that has tickets. */
    public LocalDate lastDay() {
        return day;
    }

    /** How many it has: the next number of that day goes on from there. */
    public long ticketsOnLastDay() {
        return onDay;
    }

    private void invent(long id) {
        var at = now.minus(span).plus(span.multipliedBy(id - 1).dividedBy(tickets));
        var createdAt = at.truncatedTo(ChronoUnit.SECONDS);
        new Invention(new TicketId(id), number(createdAt), createdAt, now).write(fate(id), isRare(id), rows);
    }

    private TicketNumber number(Instant at) {
        var created = LocalDate.ofInstant(at, zone);
        onDay = created.equals(day) ? onDay + 1 : 1;
        day = created;
        return TicketNumber.of(day, SYSTEM, onDay);
    }

    /** Five of a hundred are not closed; in a small desk thirty, so that its lists are not empty. */
    private Fate fate(long id) {
        var place = scattered(id, 7_919);
        if (place >= tickets * (tickets > 10_000 ? 5 : 30) / 100) return Fate.CLOSED;
        return switch ((int) (place % 20)) {
            case 0, 1, 2, 3 -> Fate.NEW;
            case 4, 5, 6, 7, 8 -> Fate.IN_HAND;
            case 9, 10, 11, 12, 13, 14 -> Fate.FREE;
            case 15, 16, 17 -> Fate.REMINDER;
            default -> Fate.AUTO;
        };
    }

    private boolean isRare(long id) {
        return scattered(id, 104_729) < tickets / 100;
    }

    /** The ticket's place in another order, so that a share of the places is exact and lies everywhere. */
    private long scattered(long id, long prime) {
        return id * prime % tickets;
    }

    /** Where a ticket's life has led. */
    enum Fate {
        NEW,
        IN_HAND,
        FREE,
        REMINDER,
        AUTO,
        CLOSED
    }
}
