package sportello.web.agent.ticket;

import sportello.print.Printout;

/** How far the drawing of a long document has come. */
public record PrintoutPage(Printout printout) {}
