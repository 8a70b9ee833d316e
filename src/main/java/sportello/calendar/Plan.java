package sportello.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

/**
 * What an appointment shall be.
 *
 * @param ticket for which it is made, null for none
 */
public record Plan(
        Title title,
        String place,
        String note,
        Instant begins,
        Instant ends,
        boolean allDay,
        @Nullable TicketNumber ticket) {
    private static final int LONGEST_PLACE = 255;
    private static final int LONGEST_NOTE = 4_000;
    private static final Duration LONGEST = Duration.ofDays(366);

    public Plan {
        if (!ends.isAfter(begins)) throw new IllegalArgumentException("An appointment ends after it begins");
    }

    /** A plan of what somebody typed. */
    public static Outcome<Plan> of(
            Title title,
            String place,
            String note,
            Instant begins,
            Instant ends,
            boolean allDay,
            @Nullable TicketNumber ticket) {
        var where = CleanText.line(place);
        var more = CleanText.lines(note);
        if (!ends.isAfter(begins)) return Outcome.refused("appointment.ends_first");
        if (Duration.between(begins, ends).compareTo(LONGEST) > 0) return Outcome.refused("appointment.too_long");
        if (where.length() > LONGEST_PLACE) return Outcome.refused("appointment.place_too_long");
        if (more.length() > LONGEST_NOTE) return Outcome.refused("appointment.note_too_long");
        return Outcome.done(new Plan(title, where, more, begins, ends, allDay, ticket));
    }
}
