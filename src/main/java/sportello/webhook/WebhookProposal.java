package sportello.webhook;

import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.settings.Trust;

/**
 * A webhook as somebody would have it.
 *
 * @param address empty for the one that is kept
 * @param ownCa certificates of those who vouch for its host, empty for the well-known authorities
 * @param unsigned whether its messages bear no signature, and a secret that is kept is forgotten
 */
public record WebhookProposal(
        String name, String address, Format format, Language language, String ownCa, boolean valid, boolean unsigned) {
    public static final int LONGEST_NAME = 100;
    public static final WebhookProposal BLANK =
            new WebhookProposal("", "", Format.SPORTELLO, Language.ITALIAN, "", true, false);

    /** As it is kept, without a look at its address. */
    Outcome<WebhookProposal> checked() {
        var clean = CleanText.line(name);
        if (CleanText.isBlank(clean)) return Outcome.refused("webhook.name");
        if (clean.length() > LONGEST_NAME) return Outcome.refused("webhook.name_long", LONGEST_NAME);
        if (!Trust.isReadable(ownCa)) return Outcome.refused("webhook.own_ca");
        return Outcome.done(
                new WebhookProposal(clean, address.strip(), format, language, ownCa.strip(), valid, unsigned));
    }

    /** The same, not in use. */
    WebhookProposal resting() {
        return new WebhookProposal(name, address, format, language, ownCa, false, unsigned);
    }

    /** Never with the address. */
    @Override
    public String toString() {
        return "WebhookProposal[" + name + "]";
    }
}
