package sportello.mailbox;

/** Identifies a mailbox. */
public record MailboxId(long value) {}
