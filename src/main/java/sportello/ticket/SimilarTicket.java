package sportello.ticket;

import java.time.Instant;

/** An open ticket of the same customer whose title says much the same. */
public record SimilarTicket(TicketNumber number, String title, Status state, String askedBy, Instant createdAt) {}
