package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final String PROVEN = """
            (exists (select 1 from article_signature s where s.article_id = a.id)
             or exists (select 1 from article_certified c where c.article_id = a.id)
             or exists (select 1 from article_authentication n where n.article_id = a.id)
             or exists (select 1 from article_encryption e where e.article_id = a.id)
             or exists (select 1 from article_certified c where c.refers_to = a.message_id))""";

    private static final String DOUBTED =
            "exists (select 1 from article_authentication n where n.article_id = a.id and not n.authenticated)";

    private static final String FILLED = "exists (select 1 from article_field v where v.article_id = a.id)";

    private final JdbcClient db;

    ArticleReadSql(JdbcClient db) {
        this.db = db;
    }

    List<ArticleRow> of(TicketId ticket) {
        return db.sql("""
                select a.id, a.no, a.sender, a.channel, a.visible, a.sender_name, a.sender_address, a.reply_to,
                       a.unverified, a.subject, a.event, a.marked, %s as proven, %s as doubted, %s as filled,
                       a.created_at, a.agent_id, a.recalled_at,
                       (select count(*) from attachment f where f.article_id = a.id) as attachments
                  from article a
                 where a.ticket_id = :ticket
                 order by a.no desc
                """.formatted(PROVEN, DOUBTED, FILLED))
                .param("ticket", ticket.value())
                .query(ArticleReadSql::row)
                .list();
    }

    ArticleText text(ArticleId article) {
        return Objects.requireNonNull(texts(List.of(article)).get(article));
    }

    /** The texts and their files in one go: for each article as many rows as files, at least one; the text in the first. */
    Map<ArticleId, ArticleText> texts(Collection<ArticleId> articles) {
        var texts = new HashMap<ArticleId, ArticleText>();
        db.sql("""
                select a.id, a.html_body is not null as html, f.position, f.name, f.media_type, f.size, f.hash, f.content_id,
                       case when row_number() over (partition by a.id order by f.position) = 1
                            then a.text_body else '' end as text
                  from article a
                  left join attachment f on f.article_id = a.id
                 where a.id = any(:articles)
                 order by a.id, f.position
                """)
                .param("articles", articles.stream().map(ArticleId::value).toArray(Long[]::new))
                .query((row, number) -> {
                    var files =
                            row.getObject("position") == null ? List.<AttachedFile>of() : List.of(file(row, number));
                    return Map.entry(
                            new ArticleId(row.getLong("id")),
                            new ArticleText(row.getString("text"), row.getBoolean("html"), files));
                })
                .list()
                .forEach(found -> texts.merge(found.getKey(), found.getValue(), ArticleText::with));
        return texts;
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
                select a.id, a.sender_name, coalesce(nullif(a.sender_address, ''), u.email, '') as address,
                       a.subject, a.text_body, a.html_body,
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
            List<AttachedFile> files,
            boolean encrypted) {}

    /** All of it in one go: as many rows as files, at least one. */
    Optional<Stored> whole(TicketId ticket, int no) {
        var files = new ArrayList<AttachedFile>();
        var rows = db.sql("""
                select a.id, a.no, a.sender, a.channel, a.visible, a.sender_name, a.sender_address, a.reply_to,
                       a.unverified, a.subject, a.event, a.marked, %s as proven, %s as doubted, %s as filled,
                       a.created_at, count(f.id) over () as attachments, a.agent_id, a.recalled_at, a.text_body, a.html_body,
                       exists (select 1 from article_encryption e where e.article_id = a.id and e.fate = 'opened') as encrypted,
                       f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from article a
                  left join attachment f on f.article_id = a.id
                 where a.ticket_id = :ticket
                   and a.no = :no
                 order by f.position
                """.formatted(PROVEN, DOUBTED, FILLED))
                .param("ticket", ticket.value())
                .param("no", no)
                .query((row, number) -> {
                    if (row.getObject("position") != null) files.add(file(row, number));
                    var listed = row(row, number);
                    return new Stored(
                            listed,
                            listed.author(),
                            row.getString("text_body"),
                            row.getString("html_body"),
                            files,
                            row.getBoolean("encrypted"));
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

    /** All files of a ticket, newest article first. */
    List<SharedFile> files(TicketId ticket) {
        return db.sql("""
                select a.id, a.no, a.visible, a.sender_name, a.created_at,
                       f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                  from article a
                  join attachment f on f.article_id = a.id
                 where a.ticket_id = :ticket
                 order by a.no desc, f.position
                """)
                .param("ticket", ticket.value())
                .query((row, number) -> new SharedFile(
                        new ArticleId(row.getLong("id")),
                        row.getInt("no"),
                        row.getBoolean("visible"),
                        row.getString("sender_name"),
                        row.getTimestamp("created_at").toInstant(),
                        file(row, number)))
                .list();
    }

    Optional<TicketNumber> numberOf(ArticleId article, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.number
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where a.id = :article
                   and %s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("article", article.value())
                .query(String.class)
                .optional()
                .map(TicketNumber::new);
    }

    private static ArticleRow row(ResultSet row, int number) throws SQLException {
        var event = row.getString("event");
        var agent = row.getObject("agent_id", Long.class);
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
                row.getBoolean("marked"),
                agent == null ? null : new AgentId(agent),
                came(row),
                row.getObject("recalled_at") != null,
                row.getBoolean("proven"),
                row.getBoolean("filled"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Came came(ResultSet row) throws SQLException {
        var address = row.getString("sender_address");
        var replyTo = row.getString("reply_to");
        var unverified = row.getBoolean("unverified");
        return address.isEmpty() && replyTo.isEmpty() && !unverified
                ? null
                : new Came(address, replyTo, unverified, row.getBoolean("doubted"));
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
