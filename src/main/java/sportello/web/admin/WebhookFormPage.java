package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.webhook.Answer;
import sportello.webhook.Format;
import sportello.webhook.KeptWebhook;

/**
 * @param kept the one that is corrected, null for a new one
 * @param trial what the other side said to a sample, null if none was sent
 */
public record WebhookFormPage(
        @Nullable KeptWebhook kept,
        WebhookForm form,
        @Nullable Outcome<Answer> trial,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.WEBHOOKS.address()
                : Area.WEBHOOKS.address() + "/" + kept.webhook().id().value();
    }

    public List<Format> formats() {
        return Arrays.asList(Format.values());
    }

    public List<Language> languages() {
        return Arrays.asList(Language.values());
    }

    /** Whether an empty field leaves something as it is. */
    public boolean hasAddress() {
        return kept != null && !kept.webhook().host().isEmpty();
    }

    public boolean isSigned() {
        return kept != null && kept.signed();
    }

    /** What was answered to a sample, null if nothing was. */
    public @Nullable Answer answer() {
        return trial instanceof Outcome.Done<Answer>(var answer) ? answer : null;
    }

    /** Why none was sent, where one was wanted. */
    public @Nullable Refusal untried() {
        return trial instanceof Outcome.Refused<Answer>(var why) ? why : null;
    }
}
