package sportello.mailbox;

/** A mailbox that had stopped works again. */
public record MailboxBack(MailboxId mailbox) {}
