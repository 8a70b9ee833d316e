package sportello.ticket;

/** What an agent writes down: about what, the text, its files, and how long it took. */
public record Word(Title subject, Message text, Uploads files, Spent spent) {}
