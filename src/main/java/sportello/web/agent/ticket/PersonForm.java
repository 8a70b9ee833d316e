package sportello.web.agent.ticket;

/** Who shall be the ticket's owner, or responsible for it. */
record PersonForm(int version, long agent) {}
