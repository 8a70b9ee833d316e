package sportello.webhook;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The webhooks that there are. */
@Component
public class Webhooks {
    private final WebhookSql sql;

    Webhooks(WebhookSql sql) {
        this.sql = sql;
    }

    /** Those of the numbers that there are, in use or not. */
    public List<Webhook> of(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : sql.of(ids);
    }
}
