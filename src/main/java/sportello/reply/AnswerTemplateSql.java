package sportello.reply;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

@Component
class AnswerTemplateSql {
    private final JdbcClient db;

    AnswerTemplateSql(JdbcClient db) {
        this.db = db;
    }

    List<AnswerTemplate> of(Collection<QueueId> queues) {
        return db.sql("""
                select t.id, t.name, t.body
                  from answer_template t
                 where t.valid
                   and exists (select 1
                                 from answer_template_queue q
                                where q.template_id = t.id and q.queue_id = any(:queues))
                 order by lower(t.name), t.id
                """)
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .query((row, number) -> new AnswerTemplate(
                        new AnswerTemplateId(row.getLong("id")), row.getString("name"), row.getString("body")))
                .list();
    }
}
