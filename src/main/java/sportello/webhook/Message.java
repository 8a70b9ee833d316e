package sportello.webhook;

/**
 * What a webhook is to be told.
 *
 * @param event what happened, as programs call it
 * @param ticket the number of the ticket to which it happened
 * @param link where people find it
 */
public record Message(WebhookId to, String event, String ticket, String link, String subject, String body) {
    static final int LONGEST = 50_000;

    /** However long what somebody wrote is, a message has an end. */
    public Message {
        body = Payloads.shortened(body, LONGEST);
    }
}
