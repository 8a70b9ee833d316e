package sportello.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.webhook.Format;
import sportello.webhook.KeepingWebhooks;
import sportello.webhook.WebhookProposal;

/** Webhooks, without their addresses and secrets: who knows such an address can post there. A new one waits for its own. */
@Component
class WebhooksSection implements Section<WebhooksSection.Entry> {
    private final KeepingWebhooks keeping;

    WebhooksSection(KeepingWebhooks keeping) {
        this.keeping = keeping;
    }

    record Entry(String name, Format format, Language language, String ownCa, boolean valid) {

        static Entry of(WebhookProposal webhook) {
            return new Entry(webhook.name(), webhook.format(), webhook.language(), webhook.ownCa(), webhook.valid());
        }

        WebhookProposal proposal(boolean unsigned) {
            return new WebhookProposal(name, "", format, language, ownCa, valid, unsigned);
        }
    }

    @Override
    public Part part() {
        return Part.WEBHOOKS;
    }

    /** Whether it is in use the document says itself: without an address it cannot be. */
    @Override
    public Entry blank() {
        return new Entry("", Format.SPORTELLO, Language.ITALIAN, "", false);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream().map(kept -> Entry.of(kept.proposal())).toList();
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return keeping.addWithoutAddress(wanted.proposal(true), by);
        var kept = Section.kept(keeping.all(), webhook -> webhook.webhook().name(), before.name());
        return keeping.correct(kept.webhook().id(), kept.version(), wanted.proposal(!kept.signed()), null, by);
    }

    /** Its address is typed where it is to be used for the first time. */
    @Override
    public boolean isLeft(Refusal why) {
        return why.message().equals("webhook.no_address");
    }
}
