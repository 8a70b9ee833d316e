package sportello.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.field.FieldName;
import sportello.field.Value;
import sportello.field.WantedField;
import sportello.identity.Actor;

/** Takes a ticket through its past, step by step, and remembers what its history has to say. */
final class PastLife {
    private final Ticket ticket;
    private final Iterator<ArticleId> ids;
    private final List<PastWriting> articles = new ArrayList<>();
    private final List<PastEvent> events = new ArrayList<>();
    private final List<WantedField> filled = new ArrayList<>();
    private Status known;
    private Instant changedAt;
    private @Nullable Choice service;

    private PastLife(Ticket ticket, Iterator<ArticleId> ids, Instant openedAt) {
        this.ticket = ticket;
        this.ids = ids;
        this.known = ticket.state();
        this.changedAt = openedAt;
    }

    /** @param ids for the articles, one for the request and at most one for each step */
    static PastLife of(PastTicket past, Ticket ticket, Iterator<ArticleId> ids) {
        var life = new PastLife(ticket, ids, past.openedAt());
        life.open(past);
        past.life().forEach(life::live);
        return life;
    }

    Ticket ticket() {
        return ticket;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** For which it is at the end, null for none. */
    @Nullable Choice service() {
        return service;
    }

    List<WantedField> filled() {
        return List.copyOf(filled);
    }

    List<PastWriting> articles() {
        return List.copyOf(articles);
    }

    List<PastEvent> events() {
        return List.copyOf(events);
    }

    private void open(PastTicket past) {
        var by = new Actor.ByCustomerUser(past.customerUser());
        var article = add(by, past.request(), past.openedAt());
        var queue = past.route().queue();
        record(
                new TicketEvent.Opened(
                        ticket.id(),
                        by,
                        article,
                        queue.id(),
                        ticket.owner(),
                        ticket.responsible(),
                        queue.raw(),
                        past.route().rule(),
                        past.route().isForCustomer()),
                past.openedAt());
    }

    private void live(PastStep step) {
        switch (step) {
            case PastStep.Acknowledged(var at, var sender, var text) ->
                add(SystemLines.asMailed(ticket.id(), SystemLine.CREATED, sender, text.value()), Uploads.NONE, at);
            case PastStep.Locked(var at, var by) -> lock(actor(by), by, at);
            case PastStep.Released(var at, var by) -> release(actor(by), at);
            case PastStep.Noted(var at, var by, var article) -> note(actor(by), article, at);
            case PastStep.Answered(var at, var by, var article) -> answer(actor(by), article, at);
            case PastStep.FollowedUp(var at, var by, var article) ->
                followUp(new Actor.ByCustomerUser(by), article, at);
            case PastStep.Moved moved -> move(actor(moved.by()), moved);
            case PastStep.OwnerChanged(var at, var by, var to) -> giveTo(to, actor(by), at);
            case PastStep.Prioritised(var at, var by, var to) -> prioritise(to, actor(by), at);
            case PastStep.ServiceChanged(var at, var by, var to) -> serve(to, actor(by), at);
            case PastStep.FilledIn(var at, var by, var field, var to) -> fillIn(field, to, actor(by), at);
            case PastStep.Postponed(var at, var by, var pending, var until) -> {
                var before = ticket.state();
                ticket.postpone(pending, until);
                changed(actor(by), at);
                record(new TicketEvent.Postponed(ticket.id(), actor(by), pending, until, null, before), at);
            }
            case PastStep.Closed closed -> close(actor(closed.by()), closed);
            case PastStep.Withdrawn(var at, var by, var end) -> {
                ticket.withdraw(end);
                changed(actor(by), at);
            }
        }
    }

    private void lock(Actor actor, AgentId by, Instant at) {
        var before = ticket.owner();
        ticket.lock(by, at);
        changed(actor, at);
        add(SystemLines.forTheDesk(ticket.id(), SystemLine.LOCKED), Uploads.NONE, at);
        record(new TicketEvent.Locked(ticket.id(), actor, before), at);
    }

    private void release(Actor by, Instant at) {
        var holder = ticket.owner();
        ticket.release();
        changed(by, at);
        add(SystemLines.forTheDesk(ticket.id(), SystemLine.RELEASED), Uploads.NONE, at);
        record(new TicketEvent.Released(ticket.id(), by, holder), at);
    }

    private void note(Actor by, PastArticle note, Instant at) {
        var article = add(by, note, at);
        changed(by, at);
        record(new TicketEvent.Noted(ticket.id(), by, article, note.visible()), at);
    }

    private void answer(Actor by, PastArticle answer, Instant at) {
        var article = add(by, answer, at);
        changed(by, at);
        record(new TicketEvent.Answered(ticket.id(), by, article), at);
    }

    private void followUp(Actor by, PastArticle followUp, Instant at) {
        var article = add(by, followUp, at);
        ticket.followUp();
        changed(by, at);
        record(new TicketEvent.FollowedUp(ticket.id(), by, article, ticket.isLocked()), at);
    }

    private void move(Actor by, PastStep.Moved move) {
        var from = ticket.queue();
        ticket.move(move.to(), move.owner(), move.responsible());
        changed(by, move.at());
        record(new TicketEvent.Moved(ticket.id(), by, from, move.to(), move.owner(), move.responsible()), move.at());
    }

    private void giveTo(AgentId to, Actor by, Instant at) {
        var from = ticket.owner();
        ticket.ownBy(to);
        changed(by, at);
        record(new TicketEvent.OwnerChanged(ticket.id(), by, from, to), at);
    }

    private void prioritise(Priority to, Actor by, Instant at) {
        var from = ticket.priority();
        ticket.prioritise(to);
        changed(by, at);
        record(new TicketEvent.PriorityChanged(ticket.id(), by, from, to), at);
    }

    private void serve(Choice to, Actor by, Instant at) {
        changed(by, at);
        record(new TicketEvent.ServiceChanged(ticket.id(), by, service, to), at);
        service = to;
    }

    private void close(Actor by, PastStep.Closed step) {
        var article = add(by, step.article(), step.at());
        ticket.close(step.successful() ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL, step.by(), step.at());
        changed(by, step.at());
        var visible = step.article().visible();
        record(new TicketEvent.Closed(ticket.id(), by, article, visible, step.successful()), step.at());
    }

    private void fillIn(FieldName field, Value to, Actor by, Instant at) {
        changed(by, at);
        record(new TicketEvent.FieldChanged(ticket.id(), by, field, null, to), at);
        filled.add(new WantedField(field, null, to));
    }

    /** A change of state is a line of its own, before what brought it, as with everything that happens here. */
    private void changed(Actor by, Instant at) {
        changedAt = at;
        if (known.equals(ticket.state())) return;
        record(new TicketEvent.StateChanged(ticket.id(), by, known, ticket.state()), at);
        known = ticket.state();
    }

    private ArticleId add(Actor by, PastArticle past, Instant at) {
        return add(NewArticle.ofThePast(ticket.id(), by, past), past.uploads(), at);
    }

    private ArticleId add(NewArticle article, Uploads uploads, Instant at) {
        var id = ids.next();
        articles.add(new PastWriting(id, article, uploads, at));
        return id;
    }

    private void record(TicketEvent event, Instant at) {
        events.add(new PastEvent(event, at));
    }

    private static Actor actor(AgentId agent) {
        return new Actor.ByAgent(agent);
    }
}
