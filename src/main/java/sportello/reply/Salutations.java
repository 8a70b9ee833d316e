package sportello.reply;

import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

/** How an answer to the customer begins where no template says it: one text for each queue, or else the house's. */
@Component
public class Salutations {
    private final SalutationSql sql;

    Salutations(SalutationSql sql) {
        this.sql = sql;
    }

    /** The queue's, with the values in their places; empty where neither queue nor house has one. */
    public String of(QueueId queue, Map<String, String> values) {
        return sql.of(queue)
                .map(body -> Placeholders.inText(body, values).content())
                .orElse("");
    }
}
