package sportello.web.agent.ticket;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;

/**
 * What somebody found out about a closing without success, as it was typed.
 *
 * @param cause the id of a cause, 0 as long as none is chosen
 * @param dueOn a day, or empty
 */
public record DutyForm(long cause, String text, String correctiveAction, String dueOn) {
    static final DutyForm BLANK = new DutyForm(0, "", "", "");

    /** The day, if one was typed. */
    Outcome<Day> day() {
        if (dueOn.isBlank()) return Outcome.done(new Day(null));
        try {
            return Outcome.done(new Day(LocalDate.parse(dueOn)));
        } catch (DateTimeException odd) {
            return Outcome.refused("duty.day");
        }
    }

    /** A day, or none. */
    record Day(@Nullable LocalDate value) {}
}
