package sportello.mailbox;

/** A mail waits to be sorted. Published in the transaction that keeps its bytes, or that takes it out of quarantine. */
public record MailArrived(ArrivalId arrival, MailboxId mailbox) {}
