package sportello.mailbox;

import java.time.Instant;

/** A mailbox has not been fetched from for a while; published once until it is back. */
public record MailboxStopped(MailboxId mailbox, Instant since, String error) {}
