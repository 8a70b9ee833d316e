package sportello.web.agent.ticket;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;

/**
 * What somebody found out about a closing without success, as it was typed.
 *
 * @param cause the id of a cause, 0 as long as none is chosen
 * @param dueOn a day, or empty
 */
public record DutyForm(Long cause, String text, String correctiveAction, String dueOn) {
    static final DutyForm BLANK = new DutyForm(0L, "", "", "");

    public DutyForm(
            @Nullable Long cause, @Nullable String text, @Nullable String correctiveAction, @Nullable String dueOn) {
        this.cause = Objects.requireNonNullElse(cause, 0L);
        this.text = Objects.requireNonNullElse(text, "");
        this.correctiveAction = Objects.requireNonNullElse(correctiveAction, "");
        this.dueOn = Objects.requireNonNullElse(dueOn, "");
    }

    /** The fields as {@link #content} gave them. */
    static DutyForm of(Map<String, String> content) {
        return new DutyForm(
                Long.valueOf(content.getOrDefault("cause", "0")),
                content.get("text"),
                content.get("correctiveAction"),
                content.get("dueOn"));
    }

    /** Its fields by their names, to be kept. */
    Map<String, String> content() {
        return Map.of("cause", cause.toString(), "text", text, "correctiveAction", correctiveAction, "dueOn", dueOn);
    }

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
