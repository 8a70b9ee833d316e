package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.MessageId;
import sportello.storage.Hash;

@Component
class ArticleReadSql {
    private final JdbcClient db;

    ArticleReadSql(JdbcClient db) {
        this.db = db;
    }

    List<ArticleRow> of(TicketId ticket) {
        return db.sql("""
                select a.id, a.no, a.sender, a.channel, a.visible, a.sender_name, a.subject, a.event, a.created_at,
                       (select count(*) from attachment f where f.article_id = a.id) as attachments
                  from article a
                 where a.ticket_id = :ticket
                 order by a.no desc
                """)
                .param("ticket", ticket.value())
                .query(ArticleReadSql::row)
                .list();
    }

    /** The text and its files in one go: as many rows as files, at least one. */
    ArticleText text(ArticleId article) {
        var files = new ArrayList<AttachedFile>();
        var text = db.sql("""
                select a.text_body, a.html_body is not null as html, f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from article a
                  left join attachment f on f.article_id = a.id
                 where a.id = :article
                 order by f.position
                """).param("article", article.value()).query((row, number) -> {
            if (row.getObject("position") != null) files.add(file(row, number));
            return new ArticleText(row.getString("text_body"), row.getBoolean("html"), List.of());
        });
        var first = text.list().getFirst();
        return new ArticleText(first.text(), first.html(), files);
    }

    List<AttachedFile> files(TicketId ticket, int no) {
        return db.sql("""
                select f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from attachment f
                  join article a on a.id = f.article_id
                 where a.ticket_id = :ticket
                   and a.no = :no
                 order by f.position
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .query(ArticleReadSql::file)
                .list();
    }

    /** An article as it can be passed on: written by a person, and nothing that the customer may not read. */
    Optional<Redirected> past(TicketId ticket, int no) {
        return db.sql("""
                select a.id, a.sender_name, coalesce(u.email, '') as address, a.subject, a.text_body, a.html_body,
                       a.message_id, a.created_at
                  from article a
                  left join customer_user u on u.id = a.customer_user_id
                 where a.ticket_id = :ticket
                   and a.no = :no
                   and a.visible
                   and a.event is null
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .query(ArticleReadSql::redirected)
                .optional();
    }

    /** The name under which an article came or went as a mail. */
    Optional<MessageId> messageId(TicketId ticket, int no) {
        return db.sql("""
                select message_id
                  from article
                 where ticket_id = :ticket
                   and no = :no
                   and message_id is not null
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .query((row, number) -> new MessageId(row.getString("message_id")))
                .optional();
    }

    Optional<String> html(ArticleId article, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select a.html_body
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where a.id = :article
                   and a.html_body is not null
                   and %s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("article", article.value())
                .query(String.class)
                .optional();
    }

    /** As it is stored. */
    record Stored(
            ArticleRow row,
            @Nullable AgentId author,
            String text,
            @Nullable String html,
            List<AttachedFile> files) {}

    /** All of it in one go: as many rows as files, at least one. */
    Optional<Stored> whole(TicketId ticket, int no) {
        var files = new ArrayList<AttachedFile>();
        var rows = db.sql("""
                select a.id, a.no, a.sender, a.channel, a.visible, a.sender_name, a.subject, a.event, a.created_at,
                       count(f.id) over () as attachments, a.agent_id, a.text_body, a.html_body,
                       f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from article a
                  left join attachment f on f.article_id = a.id
                 where a.ticket_id = :ticket
                   and a.no = :no
                 order by f.position
                """)
                .param("ticket", ticket.value())
                .param("no", no)
                .query((row, number) -> {
                    if (row.getObject("position") != null) files.add(file(row, number));
                    var agent = row.getObject("agent_id", Long.class);
                    return new Stored(
                            row(row, number),
                            agent == null ? null : new AgentId(agent),
                            row.getString("text_body"),
                            row.getString("html_body"),
                            files);
                })
                .list();
        return rows.stream().findFirst();
    }

    /** Those files of an article that stand within its text. */
    List<AttachedFile> pictures(ArticleId article) {
        return db.sql("""
                select f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from attachment f
                 where f.article_id = :article
                   and f.content_id is not null
                 order by f.position
                """)
                .param("article", article.value())
                .query(ArticleReadSql::file)
                .list();
    }

    Optional<AttachedFile> file(ArticleId article, int position, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from attachment f
                  join article a on a.id = f.article_id
                  join ticket t on t.id = a.ticket_id
                 where f.article_id = :article
                   and f.position = :position
                   and %s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("article", article.value())
                .param("position", position)
                .query(ArticleReadSql::file)
                .optional();
    }

    private static ArticleRow row(ResultSet row, int number) throws SQLException {
        var event = row.getString("event");
        return new ArticleRow(
                new ArticleId(row.getLong("id")),
                row.getInt("no"),
                Sender.of(row.getString("sender")),
                Channel.of(row.getString("channel")),
                row.getBoolean("visible"),
                row.getString("sender_name"),
                row.getString("subject"),
                event == null ? null : SystemLine.of(event),
                row.getInt("attachments"),
                row.getTimestamp("created_at").toInstant());
    }

    private static Redirected redirected(ResultSet row, int number) throws SQLException {
        var messageId = row.getString("message_id");
        return new Redirected(
                new ArticleId(row.getLong("id")),
                row.getString("sender_name"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                messageId == null ? null : new MessageId(messageId),
                row.getTimestamp("created_at").toInstant());
    }

    private static AttachedFile file(ResultSet row, int number) throws SQLException {
        return new AttachedFile(
                row.getInt("position"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                Hash.of(row.getBytes("hash")),
                row.getString("content_id"));
    }
}
