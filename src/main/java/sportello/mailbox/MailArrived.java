package sportello.mailbox;

/** A mail's bytes are being committed; published in that transaction. Also when one is to be sorted again. */
public record MailArrived(ArrivalId arrival, MailboxId mailbox) {}
