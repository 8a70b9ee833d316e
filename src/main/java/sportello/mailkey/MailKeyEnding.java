package sportello.mailkey;

/** A key of the house comes close to its end, or has ended, and no other follows it. */
public record MailKeyEnding(EndingMailKey key, boolean isOver) {}
