package sportello.mailbox;

/** The right to read a mailbox. Whoever holds a smaller token than another has lost it, even if nobody told it so. */
record Lease(MailboxId mailbox, long token) {}
