package sportello.ticket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.field.FieldId;
import sportello.field.Fields;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.PlainFields;
import sportello.field.PlainReading;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedFields;
import sportello.field.WantedField;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Fills in the house's own fields of a ticket. */
@Component
public class FillingIn {
    private final Workbench workbench;
    private final Fields fields;
    private final PlainReading plain;
    private final FilledFields filled;
    private final Chronicle chronicle;

    FillingIn(Workbench workbench, Fields fields, PlainReading plain, FilledFields filled, Chronicle chronicle) {
        this.workbench = workbench;
        this.fields = fields;
        this.plain = plain;
        this.filled = filled;
        this.chronicle = chronicle;
    }

    /** @param seen the version of the ticket that the decision was made on */
    @Transactional
    public Outcome<Trace> fillIn(TicketNumber number, int seen, TypedFields typed, AgentViewer by) {
        return fillIn(number, seen, present -> fields.read(typed, present), by);
    }

    /** Only what is filled in; what stays empty stays as it is. */
    @Transactional
    public Outcome<Trace> fillInSome(TicketNumber number, int seen, Map<String, String> typed, AgentViewer by) {
        var some = TypedBy.of(Screen.TICKET, typed, by);
        return fillIn(number, seen, present -> fields.readFilled(some, present), by);
    }

    /** Only what is named, as a program writes it. */
    @Transactional
    public Outcome<Trace> fillInNamed(TicketNumber number, int seen, PlainFields named, AgentViewer by) {
        return fillIn(number, seen, present -> plain.read(named, present), by);
    }

    private Outcome<Trace> fillIn(
            TicketNumber number,
            int seen,
            Function<List<FilledField>, Outcome<List<WantedField>>> reading,
            AgentViewer by) {
        return workbench.work(
                number,
                Work.CLASSIFY,
                by,
                seen,
                ticket -> reading.apply(of(ticket)).then(wanted -> Outcome.done(filledIn(ticket, wanted, by.actor()))));
    }

    /** Each says again what it said before these events. */
    @Transactional
    public Outcome<Trace> takeBack(TicketNumber number, int seen, List<TicketEvent> written, AgentViewer by) {
        var before = written.stream()
                .filter(TicketEvent.FieldChanged.class::isInstance)
                .map(TicketEvent.FieldChanged.class::cast)
                .map(changed -> new WantedField(changed.field(), changed.to(), changed.from()))
                .toList();
        return workbench.work(
                number, Work.CLASSIFY, by, seen, ticket -> Outcome.done(filledIn(ticket, before, by.actor())));
    }

    private Trace filledIn(Ticket ticket, List<WantedField> wanted, Actor by) {
        if (wanted.isEmpty()) return Trace.NONE;
        workbench.put(ticket, by);
        return say(ticket.id(), wanted, by).getLast();
    }

    /** Says what no form asked for; what is said already stays as it is. */
    void told(Ticket ticket, List<WantedField> wanted, Actor by) {
        if (wanted.isEmpty()) return;
        var news = new LinkedHashMap<FieldId, WantedField>();
        for (var one : wanted) news.put(one.field().id(), one);
        for (var known : of(ticket))
            news.computeIfPresent(
                    known.field().id(),
                    (id, one) -> known.value().equals(one.to())
                            ? null
                            : new WantedField(one.field(), known.value(), one.to()));
        news.values().removeIf(one -> one.from() == null && one.to() == null);
        if (!news.isEmpty()) filledIn(ticket, List.copyOf(news.values()), by);
    }

    /** What the fields of a ticket that does not exist yet are to say. */
    Outcome<List<WantedField>> atOpening(TypedFields typed) {
        return fields.read(typed, List.of());
    }

    /** The same of one that is about to be closed; where no form asked, nothing that closing demands may be missing. */
    Outcome<List<WantedField>> atClosing(Ticket ticket, TypedFields typed, AgentViewer by) {
        return typed.screen() == null
                ? closable(ticket, by).then(screen -> Outcome.done(List.of()))
                : fields.read(typed, of(ticket));
    }

    Outcome<Screen> closable(Ticket ticket, AgentViewer by) {
        return fields.settled(Screen.CLOSING, () -> of(ticket), by.language());
    }

    /** Each is a line of the history. */
    List<Trace> say(TicketId ticket, List<WantedField> wanted, Actor by) {
        return wanted.stream().map(one -> say(ticket, one, by)).toList();
    }

    private Trace say(TicketId ticket, WantedField wanted, Actor by) {
        filled.say(Subject.TICKET, ticket.value(), wanted.field().id(), wanted.to());
        return new Trace(
                chronicle.record(new TicketEvent.FieldChanged(ticket, by, wanted.field(), wanted.from(), wanted.to())));
    }

    private List<FilledField> of(Ticket ticket) {
        return filled.of(Subject.TICKET, ticket.id().value());
    }
}
