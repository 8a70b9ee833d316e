package sportello.reply;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

/** The answer templates of the house. */
@Component
public class AnswerTemplates {
    private final AnswerTemplateSql sql;

    AnswerTemplates(AnswerTemplateSql sql) {
        this.sql = sql;
    }

    /** Those meant for the queue, by name. */
    public List<AnswerTemplate> of(QueueId queue) {
        return sql.of(queue);
    }

    public Optional<AnswerTemplate> find(AnswerTemplateId id, QueueId queue) {
        return of(queue).stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
