package sportello.ticket;

import java.time.Instant;

/** Who is working on a request, by the name that the customer may know, and since when. */
public record InHand(String name, Instant since) {}
