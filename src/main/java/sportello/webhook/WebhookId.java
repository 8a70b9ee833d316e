package sportello.webhook;

/** Identifies a webhook. */
public record WebhookId(long value) {}
