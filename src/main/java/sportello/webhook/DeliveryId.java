package sportello.webhook;

/** Identifies a message on its way to a webhook. */
public record DeliveryId(long value) {}
