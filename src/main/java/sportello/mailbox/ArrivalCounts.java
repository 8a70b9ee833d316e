package sportello.mailbox;

/** How many mails wait to be sorted, and how many for a person. */
public record ArrivalCounts(long waiting, long quarantined) {}
