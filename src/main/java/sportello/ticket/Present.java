package sportello.ticket;

/** Somebody who is on a ticket's page. */
public record Present(String name, Presence presence) {}
