package sportello.mailbox;

/** A mailbox works again of which {@link MailboxStopped} was said. */
public record MailboxBack(MailboxId mailbox) {}
