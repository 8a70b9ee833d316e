package sportello.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Says of which type a ticket is and for which service, or that it is of none. */
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

    private record Change(
            ChoiceList list,
            @Nullable Choice from,
            @Nullable Choice to) {}

    /** @param seen the version of the ticket that the decision was made on */
    @Transactional
    public Outcome<Trace> classify(TicketNumber number, int seen, WantedClasses wanted, AgentViewer by) {
        return workbench.work(
                number,
                Work.CLASSIFY,
                by,
                seen,
                ticket -> change(ticket, ChoiceList.TYPES, wanted.type())
                        .then(type -> change(ticket, ChoiceList.SERVICES, wanted.service())
                                .then(service -> Outcome.done(changed(ticket, List.of(type, service), by.actor())))));
    }

    /** What stays as it is need not be one that can still be chosen. */
    private Outcome<Change> change(Ticket ticket, ChoiceList list, @Nullable Long wanted) {
        var from = sql.of(ticket.id(), list).orElse(null);
        if (wanted == null || wanted == WantedClasses.id(from)) return Outcome.done(new Change(list, from, from));
        return choices.chosen(list, wanted)
                .then(to -> Outcome.unless(
                        to.flatMap(choice -> ticket.limits().against(list, choice)),
                        () -> Outcome.done(new Change(list, from, to.orElse(null)))));
    }

    /** What is said is new; nothing is taken back. */
    Trace classified(Ticket ticket, Classes classes, Actor by) {
        var changes = new ArrayList<Change>();
        if (classes.type() != null) changes.add(change(ticket, ChoiceList.TYPES, classes.type()));
        if (classes.service() != null) changes.add(change(ticket, ChoiceList.SERVICES, classes.service()));
        return changed(ticket, changes, by);
    }

    private Change change(Ticket ticket, ChoiceList list, Choice to) {
        return new Change(list, sql.of(ticket.id(), list).orElse(null), to);
    }

    private Trace changed(Ticket ticket, List<Change> asked, Actor by) {
        var changes = asked.stream()
                .filter(change -> !Objects.equals(change.from(), change.to()))
                .toList();
        if (changes.isEmpty()) return Trace.NONE;
        changes.forEach(change -> sql.say(ticket.id(), change.list(), change.to()));
        workbench.put(ticket, by);
        return changes.stream()
                .map(change -> new Trace(chronicle.record(event(ticket, change, by))))
                .toList()
                .getLast();
    }

    private static TicketEvent event(Ticket ticket, Change change, Actor by) {
        return change.list() == ChoiceList.SERVICES
                ? new TicketEvent.ServiceChanged(ticket.id(), by, change.from(), change.to())
                : new TicketEvent.TypeChanged(ticket.id(), by, change.from(), change.to());
    }
}
