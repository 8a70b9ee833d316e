package sportello.mailbox;

import java.time.Instant;

/** A mailbox has not worked for a while. Published once, until it is back. */
public record MailboxStopped(MailboxId mailbox, Instant since, String error) {}
