package sportello.ticket;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.bench.CopyText;
import sportello.identity.Actor;

/** The rows of some invented tickets. */
public final class InventedRows {
    private static final String TICKET = """
            ticket (id, number, title, queue_id, state_id, state_type, priority, owner_id, responsible_id, locked_at,
                    customer_id, customer_user_id, pending_until, created_at, changed_at, closed_at, version)""";
    private static final String ARTICLE = """
            article (id, ticket_id, no, sender, channel, visible, agent_id, customer_user_id, sender_name, subject,
                     text_body, created_at)""";
    private static final String HISTORY =
            "ticket_history (id, ticket_id, no, type, facts, agent_id, customer_user_id, at, hash)";

    private final CopyText tickets = new CopyText();
    private final CopyText articles = new CopyText();
    private final CopyText history = new CopyText();
    private long lastArticle;
    private long lastLine;

    InventedRows(long lastArticle, long lastLine) {
        this.lastArticle = lastArticle;
        this.lastLine = lastLine;
    }

    void ticket(TicketSnapshot ticket, Instant createdAt, Instant changedAt) {
        tickets.row(
                ticket.id().value(),
                ticket.number(),
                ticket.title(),
                ticket.queue().value(),
                ticket.state().model().id(),
                ticket.state().type().key(),
                ticket.priority().level(),
                ticket.owner() == null ? null : ticket.owner().value(),
                ticket.responsible() == null ? null : ticket.responsible().value(),
                ticket.lockedAt(),
                ticket.customer() == null ? null : ticket.customer().value(),
                ticket.customerUser() == null ? null : ticket.customerUser().value(),
                ticket.pendingUntil(),
                createdAt,
                changedAt,
                ticket.closedAt(),
                ticket.version());
    }

    ArticleId article(NewArticle article, int no, Instant at) {
        articles.row(
                ++lastArticle,
                article.ticket().value(),
                no,
                article.sender().key(),
                article.channel().key(),
                article.visible(),
                article.agent() == null ? null : article.agent().value(),
                article.customerUser() == null ? null : article.customerUser().value(),
                article.senderName(),
                article.subject(),
                article.text(),
                at);
        return new ArticleId(lastArticle);
    }

    /** Adds a line to its ticket's chain and answers its hash. */
    byte[] line(TicketEvent event, int no, byte @Nullable [] before, Instant at) {
        var line = new ChainLink(event.ticket().value(), no, Facts.type(event), Facts.of(event), at);
        var hash = line.hashAfter(before);
        history.row(
                ++lastLine,
                line.ticket(),
                line.no(),
                line.type(),
                line.facts(),
                event.by() instanceof Actor.ByAgent agent ? agent.id().value() : null,
                event.by() instanceof Actor.ByCustomerUser user ? user.id().value() : null,
                at,
                hash);
        return hash;
    }

    /** What to copy under which table and columns, in the order in which the tables refer to each other. */
    public Map<String, CopyText> byTable() {
        var tables = new LinkedHashMap<String, CopyText>();
        tables.put(TICKET, tickets);
        tables.put(ARTICLE, articles);
        tables.put(HISTORY, history);
        return tables;
    }

    /** Goes on where these rows end. */
    InventedRows next() {
        return new InventedRows(lastArticle, lastLine);
    }
}
