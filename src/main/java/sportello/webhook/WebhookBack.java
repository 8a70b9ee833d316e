package sportello.webhook;

/** A webhook that had stopped works again. */
public record WebhookBack(String name) {}
