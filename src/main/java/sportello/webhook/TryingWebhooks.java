package sportello.webhook;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.settings.Settings;

/** Posts one sample to whoever wants to know whether an address takes it; keeps nothing. */
@Component
public class TryingWebhooks {
    private static final String EVENT = "trial";

    private final KeepingWebhooks keeping;
    private final WebhookConversation conversation;
    private final Payloads payloads;
    private final MessageSource messages;
    private final String house;
    private final Clock clock;

    TryingWebhooks(
            KeepingWebhooks keeping,
            WebhookConversation conversation,
            Payloads payloads,
            MessageSource messages,
            Settings settings,
            Clock clock) {
        this.keeping = keeping;
        this.conversation = conversation;
        this.payloads = payloads;
        this.messages = messages;
        this.house = settings.baseUrl().toString();
        this.clock = clock;
    }

    /**
     * What the other side answers, be it a refusal.
     *
     * @param id the one that is corrected, null for a new one
     * @param secret null for the one that is kept
     */
    public Outcome<Answer> send(WebhookProposal wanted, @Nullable String secret, @Nullable WebhookId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("webhook.administer");
        return keeping.content(wanted, secret, id).then(content -> {
            var address = content.address();
            if (address == null) return Outcome.refused("webhook.no_address");
            var allowed = keeping.allowed();
            return WebhookAddress.typed(address, allowed).then(known -> {
                var call = new WebhookConversation.Call(
                        known, allowed.admit(known), content.proposal().ownCa());
                return Outcome.done(conversation.post(call, payloads.of(sample(content))));
            });
        });
    }

    private Payloads.Order sample(WebhookSql.Content content) {
        var language = content.proposal().language();
        return new Payloads.Order(
                content.proposal().format(),
                language,
                UUID.randomUUID(),
                clock.instant(),
                EVENT,
                "",
                house,
                messages.getMessage("webhook.sample.subject", null, language.locale()),
                messages.getMessage("webhook.sample.text", null, language.locale()),
                content.secret());
    }
}
