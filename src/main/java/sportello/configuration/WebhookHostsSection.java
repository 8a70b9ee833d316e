package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.webhook.AllowedHosts;
import sportello.webhook.KeepingWebhooks;

/** The hosts within the house's own network that webhooks may call. */
@Component
class WebhookHostsSection implements Section<AllowedHosts> {
    private final KeepingWebhooks keeping;

    WebhookHostsSection(KeepingWebhooks keeping) {
        this.keeping = keeping;
    }

    @Override
    public Part part() {
        return Part.WEBHOOK_HOSTS;
    }

    @Override
    public AllowedHosts blank() {
        return new AllowedHosts(List.of());
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<AllowedHosts> all() {
        return List.of(keeping.allowed());
    }

    @Override
    public boolean isWritten(AllowedHosts entry) {
        return !entry.hosts().isEmpty();
    }

    @Override
    public Outcome<?> keep(@Nullable AllowedHosts before, AllowedHosts wanted, Authority by) {
        return keeping.allow(String.join("\n", wanted.hosts()), by);
    }
}
