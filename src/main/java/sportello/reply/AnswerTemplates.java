package sportello.reply;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

/** The prepared answers of the house; the empty one, with which every answer may begin, is not among them. */
@Component
public class AnswerTemplates {
    private final AnswerTemplateSql sql;

    AnswerTemplates(AnswerTemplateSql sql) {
        this.sql = sql;
    }

    /** The valid ones that are meant for the queue, by name. */
    public List<AnswerTemplate> of(QueueId queue) {
        return of(List.of(queue));
    }

    /** The same for whichever of the queues it will be. */
    public List<AnswerTemplate> of(Collection<QueueId> queues) {
        return sql.of(queues);
    }

    /** The one that was chosen, unless it is not, or no longer, meant for the queue. */
    public Optional<AnswerTemplate> find(AnswerTemplateId id, QueueId queue) {
        return of(queue).stream().filter(template -> template.id().equals(id)).findFirst();
    }
}
