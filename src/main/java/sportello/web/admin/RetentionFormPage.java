package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.privacy.RetentionRule;
import sportello.queue.KeptQueue;

/** @param rule the one that is corrected, null for a new one */
public record RetentionFormPage(
        @Nullable RetentionRule rule,
        RetentionForm form,
        List<KeptQueue> queues,
        @Nullable Refusal refusal) {

    public RetentionFormPage {
        queues = List.copyOf(queues);
    }

    public String action() {
        return rule == null ? Area.RETENTION.address() : Area.RETENTION.address() + "/" + rule.id();
    }
}
