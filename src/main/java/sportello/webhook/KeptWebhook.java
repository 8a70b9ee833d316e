package sportello.webhook;

/**
 * A webhook as administrators see it.
 *
 * @param ownCa who vouches for its host, empty for the well-known authorities
 * @param signed whether there is a secret by which its messages are signed
 * @param version which correction of it this is
 */
public record KeptWebhook(Webhook webhook, String ownCa, boolean signed, int version, WebhookHealth health) {

    /** As it would be kept again; without its address, which nobody reads here. */
    public WebhookProposal proposal() {
        return new WebhookProposal(
                webhook.name(), "", webhook.format(), webhook.language(), ownCa, webhook.valid(), !signed);
    }
}
