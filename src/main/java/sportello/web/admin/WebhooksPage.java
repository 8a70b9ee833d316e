package sportello.web.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.webhook.KeptWebhook;
import sportello.webhook.WebhookId;

/**
 * Webhooks by name.
 *
 * @param rules the names of those by which each is told
 * @param hosts within the house's own network that may be called, one a line
 */
public record WebhooksPage(
        List<KeptWebhook> webhooks,
        Map<WebhookId, List<String>> rules,
        String hosts,
        @Nullable Refusal refusal) {

    public List<String> rules(KeptWebhook kept) {
        return rules.getOrDefault(kept.webhook().id(), List.of());
    }
}
