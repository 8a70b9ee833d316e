package sportello.webhook;

import sportello.base.Language;

/**
 * An address on the web that is told things. The address itself is a secret: whoever knows it can post there.
 *
 * @param host of the address, empty while there is none
 * @param language in which it is told
 * @param valid whether it is in use
 */
public record Webhook(WebhookId id, String name, String host, Format format, Language language, boolean valid) {}
