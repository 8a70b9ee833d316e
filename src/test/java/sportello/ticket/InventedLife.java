package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;
import sportello.identity.Actor;

/** One invented ticket's life, lived by the rules of the house and written down as the house would. */
final class InventedLife {
    private final InventedRows rows;
    private final Instant createdAt;
    private final CustomerUserId asker;
    private final String askerName;
    private Ticket ticket;
    private Instant now;
    private int articles;
    private int lines;
    private byte @Nullable [] hash;

    /** @param born the ticket as it is before anything has happened to it, asked for by a customer user */
    InventedLife(TicketSnapshot born, CustomerUserId asker, String askerName, Instant at, InventedRows rows) {
        this.ticket = new Ticket(born);
        this.asker = asker;
        this.askerName = askerName;
        this.createdAt = at;
        this.now = at;
        this.rows = rows;
    }

    InventedLife at(Instant later) {
        now = later;
        return this;
    }

    void opened(String text) {
        record(new TicketEvent.Opened(
                ticket.id(),
                byAsker(),
                portal(text),
                ticket.queue(),
                ticket.owner(),
                ticket.responsible(),
                false,
                "banco di misura",
                false));
    }

    void locked(AgentId by) {
        var before = ticket.owner();
        ticket.lock(by, now);
        put(new Actor.ByAgent(by));
        record(new TicketEvent.Locked(ticket.id(), new Actor.ByAgent(by), before));
    }

    void released(AgentId by) {
        ticket.release();
        put(new Actor.ByAgent(by));
        record(new TicketEvent.Released(ticket.id(), new Actor.ByAgent(by), by));
    }

    void answered(AgentId by, String name, String text) {
        var article = agent(Channel.EMAIL, true, by, name, text);
        put(new Actor.ByAgent(by));
        record(new TicketEvent.Answered(ticket.id(), new Actor.ByAgent(by), article));
    }

    void followedUp(String text) {
        var article = portal(text);
        ticket.followUp();
        put(byAsker());
        record(new TicketEvent.FollowedUp(ticket.id(), byAsker(), article, ticket.isLocked()));
    }

    void closed(AgentId by, String name, boolean successful, String text) {
        var article = agent(Channel.NOTE, successful, by, name, text);
        ticket.close(successful ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL, by, now);
        put(new Actor.ByAgent(by));
        record(new TicketEvent.Closed(ticket.id(), new Actor.ByAgent(by), article, successful, successful));
    }

    void waiting(State state, Instant until, AgentId by) {
        ticket.postpone(state, until);
        put(new Actor.ByAgent(by));
        record(new TicketEvent.Postponed(ticket.id(), new Actor.ByAgent(by), state, until, null, null));
    }

    /** Writes the ticket as all this has left it. */
    void end() {
        rows.ticket(ticket.snapshot(), createdAt, now);
    }

    private ArticleId portal(String text) {
        return write(NewArticle.byPortal(ticket.id(), asker, askerName, ticket.title(), new Message(text)));
    }

    private ArticleId agent(Channel channel, boolean visible, AgentId by, String name, String text) {
        return write(NewArticle.byAgent(ticket.id(), channel, visible, by, name, ticket.title(), new Message(text)));
    }

    private ArticleId write(NewArticle article) {
        return rows.article(article, ++articles, now);
    }

    private void put(Actor by) {
        var before = ticket.saved();
        if (!before.equals(ticket.state()))
            record(new TicketEvent.StateChanged(ticket.id(), by, before, ticket.state()));
    }

    private void record(TicketEvent event) {
        hash = rows.line(event, ++lines, hash, now);
    }

    private Actor byAsker() {
        return new Actor.ByCustomerUser(asker);
    }
}
