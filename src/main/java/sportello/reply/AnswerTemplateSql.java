package sportello.reply;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;
import sportello.storage.Hash;
import tools.jackson.databind.json.JsonMapper;

@Component
class AnswerTemplateSql {
    private final JdbcClient db;

    AnswerTemplateSql(JdbcClient db) {
        this.db = db;
    }

    List<AnswerTemplate> of(Collection<QueueId> queues, Collection<TemplateKind> kinds) {
        return db.sql("""
                select t.id, t.name, t.body, t.kinds,
                       (select coalesce(json_agg(json_build_object(
                                   'id', f.id, 'name', f.name, 'type', f.media_type, 'size', f.size,
                                   'hash', encode(f.hash, 'hex')) order by f.position), '[]')::text
                          from answer_template_file f
                         where f.template_id = t.id) as files
                  from answer_template t
                 where t.valid
                   and t.kinds && :kinds::text[]
                   and exists (select 1
                                 from answer_template_queue q
                                where q.template_id = t.id and q.queue_id = any(:queues))
                 order by lower(t.name), t.id
                """)
                .param("kinds", kinds.stream().map(TemplateKind::key).toArray(String[]::new))
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .query(AnswerTemplateSql::template)
                .list();
    }

    private record Listed(long id, String name, String type, long size, String hash) {

        TemplateFile file() {
            return new TemplateFile(id, name, type, size, new Hash(hash));
        }
    }

    private static AnswerTemplate template(ResultSet row, int number) throws SQLException {
        return new AnswerTemplate(
                new AnswerTemplateId(row.getLong("id")),
                row.getString("name"),
                row.getString("body"),
                kinds(row),
                files(row));
    }

    static Set<TemplateKind> kinds(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("kinds").getArray())
                .map(key -> TemplateKind.valueOf(key.toUpperCase(Locale.ROOT)))
                .collect(toSet());
    }

    static List<TemplateFile> files(ResultSet row) throws SQLException {
        var files = JsonMapper.shared().readValue(row.getString("files"), Listed[].class);
        return Stream.of(files).map(Listed::file).toList();
    }
}
