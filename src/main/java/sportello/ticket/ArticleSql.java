package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.mail.MessageId;
import sportello.storage.StoredFile;
import tools.jackson.databind.json.JsonMapper;

@Component
class ArticleSql {
    private final JdbcClient db;

    ArticleSql(JdbcClient db) {
        this.db = db;
    }

    ArticleId insert(NewArticle article, Instant now) {
        return insert(article, MailOrigin.NONE, now);
    }

    ArticleId insert(NewArticle article, MailOrigin origin, Instant now) {
        var agent = article.agent();
        var customerUser = article.customerUser();
        var html = article.html();
        var line = article.line();
        return new ArticleId(db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, agent_id, customer_user_id, sender_name,
                                     subject, text_body, html_body, event, message_id, sender_address, reply_to,
                                     unverified, hand, created_at)
                select :ticket, coalesce(max(no), 0) + 1, :sender, :channel, :visible, :agent, :customerUser, :name,
                       :subject, :text, :html, :event, :messageId, :senderAddress, :replyTo, :unverified, :hand, :now
                  from article
                 where ticket_id = :ticket
                returning id
                """)
                .param("ticket", article.ticket().value())
                .param("sender", article.sender().key())
                .param("channel", article.channel().key())
                .param("visible", article.visible())
                .param("agent", agent == null ? null : agent.value())
                .param("customerUser", customerUser == null ? null : customerUser.value())
                .param("name", article.senderName())
                .param("subject", article.subject())
                .param("text", article.text())
                .param("html", html == null ? null : html.markup())
                .param("event", line == null ? null : line.key())
                .param(
                        "messageId",
                        origin.messageId() == null ? null : origin.messageId().value())
                .param("senderAddress", origin.sender())
                .param("replyTo", origin.replyTo())
                .param("unverified", origin.unverified())
                .param("hand", origin.hand().key())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    /** A copy of what a person wrote, with its date and files, as the first article of another ticket. */
    Optional<ArticleId> copy(TicketId from, int no, TicketId to) {
        var copy = db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, agent_id, customer_user_id, sender_name,
                                     subject, text_body, html_body, created_at)
                select :to, 1, sender, channel, visible, agent_id, customer_user_id, sender_name,
                       subject, text_body, html_body, created_at
                  from article
                 where ticket_id = :from
                   and no = :no
                   and event is null
                returning id
                """)
                .param("to", to.value())
                .param("from", from.value())
                .param("no", no)
                .query((row, number) -> new ArticleId(row.getLong("id")))
                .optional();
        copy.ifPresent(article -> copyFiles(idOf(from, no), article));
        return copy;
    }

    /** The same words at the end of the ticket, internal and by the agent. */
    ArticleId again(ArticleId article, AgentId agent, String name, Instant now) {
        return new ArticleId(db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, agent_id, sender_name, subject, text_body,
                                     html_body, created_at)
                select a.ticket_id, (select max(l.no) + 1 from article l where l.ticket_id = a.ticket_id), 'agent',
                       'email', false, :agent, :name, a.subject, a.text_body, a.html_body, :now
                  from article a
                 where a.id = :article
                returning id
                """)
                .param("article", article.value())
                .param("agent", agent.value())
                .param("name", name)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    ArticleId idOf(TicketId ticket, int no) {
        return db.sql("select id from article where ticket_id = :ticket and no = :no")
                .param("ticket", ticket.value())
                .param("no", no)
                .query((row, number) -> new ArticleId(row.getLong("id")))
                .single();
    }

    void copyFiles(ArticleId from, ArticleId to) {
        db.sql("""
                insert into attachment (article_id, position, name, media_type, size, hash, content_id)
                select :to, position, name, media_type, size, hash, content_id
                  from attachment
                 where article_id = :from
                """).param("from", from.value()).param("to", to.value()).update();
    }

    /** For whom of the desk it is meant. */
    void address(ArticleId article, Collection<AgentId> agents) {
        db.sql("""
                insert into article_addressee (article_id, agent_id)
                select :article, agent
                  from unnest(:agents) as agent
                """)
                .param("article", article.value())
                .param("agents", agents.stream().map(AgentId::value).toArray(Long[]::new))
                .update();
    }

    void spend(ArticleId article, int minutes) {
        db.sql("update article set minutes = :minutes where id = :id")
                .param("minutes", minutes)
                .param("id", article.value())
                .update();
    }

    /** The article gets the name under which it was mailed. */
    void name(ArticleId article, MessageId messageId) {
        db.sql("update article set message_id = :messageId where id = :id")
                .param("messageId", messageId.value())
                .param("id", article.value())
                .update();
    }

    /** The agent's own article of this number, if it is one that was not taken back yet. */
    Optional<ArticleId> own(TicketId ticket, int no, AgentId agent) {
        return db.sql("""
                select id
                  from article
                 where ticket_id = :ticket
                   and no = :no
                   and agent_id = :agent
                   and recalled_at is null
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .param("agent", agent.value())
                .query((row, number) -> new ArticleId(row.getLong("id")))
                .optional();
    }

    /** The customer reads it no more, and the time it took is counted when it goes again. */
    void recall(ArticleId article, Instant now) {
        db.sql("update article set recalled_at = :now, visible = false, minutes = null where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", article.value())
                .update();
    }

    /** The article that is now marked, or no longer; nothing where it was so already, or is not there. */
    Optional<ArticleId> mark(TicketId ticket, int no, boolean important) {
        return db.sql("""
                update article
                   set marked = :important
                 where ticket_id = :ticket
                   and no = :no
                   and marked <> :important
                returning id
                """)
                .param("important", important)
                .param("ticket", ticket.value())
                .param("no", no)
                .query((row, number) -> new ArticleId(row.getLong("id")))
                .optional();
    }

    List<ArticleId> reserve(int count) {
        return db.sql("""
                select nextval(pg_get_serial_sequence('article', 'id'))
                  from generate_series(1, :count)
                """)
                .param("count", count)
                .query((row, number) -> new ArticleId(row.getLong(1)))
                .list();
    }

    /** All articles of a ticket at once. */
    void begin(List<PastWriting> articles) {
        var rows = IntStream.range(0, articles.size())
                .mapToObj(index -> row(index + 1, articles.get(index)))
                .toList();
        db.sql("""
                insert into article (id, ticket_id, no, sender, channel, visible, agent_id, customer_user_id, sender_name,
                                     subject, text_body, html_body, event, created_at)
                select id, ticket, no, sender, channel, visible, agent, customer_user, name,
                       subject, text, html, event, at
                  from json_to_recordset(:rows::json)
                       as past (id bigint, ticket bigint, no integer, sender text, channel text, visible boolean,
                                agent bigint, customer_user bigint, name text, subject text, text text, html text,
                                event text, at timestamptz)
                """).param("rows", JsonMapper.shared().writeValueAsString(rows)).update();
    }

    private static Map<String, @Nullable Object> row(int no, PastWriting past) {
        var article = past.article();
        var agent = article.agent();
        var customerUser = article.customerUser();
        var html = article.html();
        var line = article.line();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", past.id().value());
        row.put("ticket", article.ticket().value());
        row.put("no", no);
        row.put("sender", article.sender().key());
        row.put("channel", article.channel().key());
        row.put("visible", article.visible());
        row.put("agent", agent == null ? null : agent.value());
        row.put("customer_user", customerUser == null ? null : customerUser.value());
        row.put("name", article.senderName());
        row.put("subject", article.subject());
        row.put("text", article.text());
        row.put("html", html == null ? null : html.markup());
        row.put("event", line == null ? null : line.key());
        row.put("at", past.at().toString());
        return row;
    }

    void attach(
            ArticleId article,
            int position,
            String name,
            String mediaType,
            @Nullable String contentId,
            StoredFile file) {
        db.sql("""
                insert into attachment (article_id, position, name, media_type, size, hash, content_id)
                values (:article, :position, :name, :mediaType, :size, :hash, :contentId)
                """)
                .param("article", article.value())
                .param("position", position)
                .param("name", name)
                .param("mediaType", mediaType)
                .param("size", file.size())
                .param("hash", file.hash().bytes())
                .param("contentId", contentId)
                .update();
    }
}
