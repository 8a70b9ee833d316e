package sportello.webhook;

import java.time.Instant;

/** A webhook has not worked for a while, or has lost a message for good. Published once, until it is back. */
public record WebhookStopped(String name, Instant since, Answer error) {}
