package sportello.ticket;

/** One thing that can be said of tickets, from a list that the house keeps: a cause of failure, a type, a service. */
public record Choice(long id, String name) {}
