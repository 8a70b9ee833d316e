package sportello.ticket;

/** Published in the transaction in which a draft was shared, or one that was shared got into other hands. */
public record DraftsChanged(TicketId ticket) {}
