package sportello.ticket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.field.FilledField;
import sportello.storage.Hash;

/** Reads what customers may read of a ticket's articles and their files: the visible ones, of tickets they see. */
@Component
class ConversationSql {
    private final JdbcClient db;

    ConversationSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Oldest first.
     *
     * @param fields what those say of them that administrators show to customers
     */
    List<RequestArticle> articles(TicketNumber number, Map<Long, List<FilledField>> fields, Sight sight) {
        var files = files(number, sight);
        return db.sql("""
                select a.id, a.sender, a.sender_name, a.created_at, a.text_body, a.event
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                   and a.visible
                   and %s
                 order by a.no
                """.formatted(sight.condition()))
                .param("number", number.value())
                .params(sight.parameters())
                .query((row, no) -> article(row, files, fields))
                .list();
    }

    Optional<RequestFileContent> file(TicketNumber number, long id, Sight sight) {
        return db.sql("""
                select f.name, f.media_type, f.size, f.hash
                  from attachment f
                  join article a on a.id = f.article_id
                  join ticket t on t.id = a.ticket_id
                 where f.id = :id
                   and t.number = :number
                   and a.visible
                   and %s
                """.formatted(sight.condition()))
                .param("id", id)
                .param("number", number.value())
                .params(sight.parameters())
                .query((row, no) -> new RequestFileContent(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        Hash.of(row.getBytes("hash"))))
                .optional();
    }

    private Map<Long, List<RequestFile>> files(TicketNumber number, Sight sight) {
        return db
                .sql("""
                select f.article_id, f.id, f.name, f.size
                  from attachment f
                  join article a on a.id = f.article_id
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                   and a.visible
                   and %s
                 order by f.article_id, f.position
                """.formatted(sight.condition()))
                .param("number", number.value())
                .params(sight.parameters())
                .query((row, no) -> Map.entry(
                        row.getLong("article_id"),
                        new RequestFile(row.getLong("id"), row.getString("name"), row.getLong("size"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static RequestArticle article(
            ResultSet row, Map<Long, List<RequestFile>> files, Map<Long, List<FilledField>> fields)
            throws SQLException {
        var event = row.getString("event");
        return new RequestArticle(
                Sender.of(row.getString("sender")),
                row.getString("sender_name"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("text_body"),
                event == null ? null : SystemLine.of(event),
                files.getOrDefault(row.getLong("id"), List.of()),
                fields.getOrDefault(row.getLong("id"), List.of()));
    }
}
