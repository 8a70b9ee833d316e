package sportello.reply;

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

    List<AnswerTemplate> of(QueueId queue) {
        return db.sql("""
                select t.id, t.name, t.body
                  from answer_template t
                  join answer_template_queue q on q.template_id = t.id and q.queue_id = :queue
                 where t.valid
                 order by lower(t.name), t.id
                """)
                .param("queue", queue.value())
                .query((row, number) -> new AnswerTemplate(
                        new AnswerTemplateId(row.getLong("id")), row.getString("name"), row.getString("body")))
                .list();
    }
}
