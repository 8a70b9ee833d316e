package sportello.ticket;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * The responsible's duty after a closing without success (S71): to find out and write down why. Where nobody is
 * responsible, whoever works in the queue may.
 */
@Component
public class Ascertaining {
    private final Workbench workbench;
    private final ChoiceSql choices;
    private final AscertainmentSql sql;
    private final Chronicle chronicle;
    private final Clock clock;

    Ascertaining(Workbench workbench, ChoiceSql choices, AscertainmentSql sql, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.choices = choices;
        this.sql = sql;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** From which to choose, in the house's order. */
    public List<Choice> causes() {
        return choices.valid(ChoiceList.CAUSES);
    }

    /**
     * @param cause the id of one of the causes
     * @param correctiveAction what shall prevent it next time, may be empty
     * @param dueOn until when that shall be done, if somebody said so
     */
    @Transactional
    public Outcome<Trace> ascertain(
            TicketNumber number,
            long cause,
            Message text,
            String correctiveAction,
            @Nullable LocalDate dueOn,
            AgentViewer by) {
        var found = choices.valid(ChoiceList.CAUSES, cause).orElse(null);
        if (found == null) return Outcome.refused("duty.cause");
        var action = CleanText.lines(correctiveAction).strip();
        if (action.length() > Message.LONGEST) {
            return Outcome.refused("text.long", Message.LONGEST, action.length());
        }
        return workbench.work(number, Work.ASCERTAIN, by, 0, ticket -> {
            var closedAt = Objects.requireNonNull(ticket.closedAt());
            sql.insert(ticket.id(), closedAt, found, text, action, dueOn, by.id(), clock.instant());
            ticket.ascertain(clock.instant());
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(chronicle.record(
                    new TicketEvent.Ascertained(ticket.id(), by.actor(), found.name(), text.value(), action, dueOn))));
        });
    }
}
