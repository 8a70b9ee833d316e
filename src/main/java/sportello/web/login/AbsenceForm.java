package sportello.web.login;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.Absence;
import sportello.agent.AgentId;
import sportello.base.Outcome;

/**
 * An absence as somebody typed it.
 *
 * @param substitute the colleague's id, 0 for nobody
 */
public record AbsenceForm(String first, String last, Long substitute, String note) {

    /** The same in order. */
    record Days(LocalDate first, LocalDate last) {}

    static final AbsenceForm BLANK = new AbsenceForm("", "", 0L, "");

    public AbsenceForm(
            @Nullable String first, @Nullable String last, @Nullable Long substitute, @Nullable String note) {
        this.first = Objects.requireNonNullElse(first, "");
        this.last = Objects.requireNonNullElse(last, "");
        this.substitute = Objects.requireNonNullElse(substitute, 0L);
        this.note = Objects.requireNonNullElse(note, "");
    }

    static AbsenceForm of(Absence absence) {
        var substitute = absence.substitute();
        return new AbsenceForm(
                DateTimeFormatter.ISO_LOCAL_DATE.format(absence.first()),
                DateTimeFormatter.ISO_LOCAL_DATE.format(absence.last()),
                substitute == null ? 0L : substitute.id().value(),
                absence.note());
    }

    @Nullable AgentId chosen() {
        return substitute == 0 ? null : new AgentId(substitute);
    }

    Outcome<Days> days() {
        try {
            return Outcome.done(new Days(LocalDate.parse(first), LocalDate.parse(last)));
        } catch (DateTimeParseException odd) {
            return Outcome.refused("absence.undated");
        }
    }
}
