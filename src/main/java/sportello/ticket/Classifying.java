package sportello.ticket;

import java.util.Objects;
import java.util.Optional;
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
    private final TicketTypeSql types;
    private final Chronicle chronicle;

    Classifying(Workbench workbench, TicketTypeSql types, Chronicle chronicle) {
        this.workbench = workbench;
        this.types = types;
        this.chronicle = chronicle;
    }

    /**
     * @param seen the version of the ticket that the decision was made on
     * @param wanted the id of a type that can be chosen, null for none
     */
    @Transactional
    public Outcome<Trace> classify(TicketNumber number, int seen, @Nullable Long wanted, AgentViewer by) {
        return workbench.work(number, Work.CLASSIFY, by, seen, ticket -> {
            var kept = types.of(ticket.id()).map(TicketType::id).orElse(null);
            if (Objects.equals(kept, wanted)) return Outcome.done(Trace.NONE);
            return choice(wanted).then(to -> Outcome.done(classified(ticket, to.orElse(null), by.actor())));
        });
    }

    /** Empty if none is wanted; refused if the wanted one can no longer be chosen. */
    Outcome<Optional<TicketType>> choice(@Nullable Long wanted) {
        if (wanted == null) return Outcome.done(Optional.empty());
        return types.valid().stream()
                .filter(type -> type.id() == wanted)
                .findFirst()
                .map(type -> Outcome.done(Optional.of(type)))
                .orElseGet(() -> Outcome.refused("types.unknown"));
    }

    Trace classified(Ticket ticket, @Nullable TicketType to, Actor by) {
        var from = types.of(ticket.id()).orElse(null);
        if (Objects.equals(from, to)) return Trace.NONE;
        types.classify(ticket.id(), to);
        workbench.put(ticket, by);
        return new Trace(chronicle.record(new TicketEvent.TypeChanged(ticket.id(), by, from, to)));
    }
}
