package sportello.mailbox;

/** A mail needs a person to decide. Published in the transaction that puts it there. */
public record MailQuarantined(ArrivalId arrival, MailboxId mailbox, String reason) {}
