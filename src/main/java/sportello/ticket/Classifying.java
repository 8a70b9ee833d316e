package sportello.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Says of which type a ticket is, or that it is of none. */
@Component
public class Classifying {
    private final Workbench workbench;
    private final Choices choices;
    private final ChoiceSql sql;
    private final Chronicle chronicle;

    Classifying(Workbench workbench, Choices choices, ChoiceSql sql, Chronicle chronicle) {
        this.workbench = workbench;
        this.choices = choices;
        this.sql = sql;
        this.chronicle = chronicle;
    }

    /**
     * @param seen the version of the ticket that the decision was made on
     * @param wanted the id of a type that can be chosen, null for none
     */
    @Transactional
    public Outcome<Trace> classify(TicketNumber number, int seen, @Nullable Long wanted, AgentViewer by) {
        return workbench.work(number, Work.CLASSIFY, by, seen, ticket -> {
            var kept = sql.of(ticket.id(), ChoiceList.TYPES).map(Choice::id).orElse(null);
            if (Objects.equals(kept, wanted)) return Outcome.done(Trace.NONE);
            return choices.chosen(ChoiceList.TYPES, wanted)
                    .then(to -> Outcome.done(classified(ticket, to.orElse(null), by.actor())));
        });
    }

    Trace classified(Ticket ticket, @Nullable Choice to, Actor by) {
        var from = sql.of(ticket.id(), ChoiceList.TYPES).orElse(null);
        if (Objects.equals(from, to)) return Trace.NONE;
        sql.say(ticket.id(), ChoiceList.TYPES, to);
        workbench.put(ticket, by);
        return new Trace(chronicle.record(new TicketEvent.TypeChanged(ticket.id(), by, from, to)));
    }
}
