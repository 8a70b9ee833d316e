package sportello.stats;

import java.time.LocalDate;

/** What came in and was closed from a day on, until the next begins. */
public record Movement(LocalDate first, int created, int closed) {}
