package sportello.ticket;

import java.time.LocalDate;

/** How many tickets were created and closed on a day. */
public record DayCount(LocalDate day, int created, int closed) {}
