package sportello.mailbox;

/**
 * Where a mail lay: together these never name another mail.
 *
 * @param validity what the server says about how long its numbers are true; 0 where it says nothing
 * @param epoch how often the mailbox began anew, as after a restored backup
 * @param uid the server's own name for the mail
 */
record Place(MailboxId mailbox, long validity, int epoch, String uid) {}
