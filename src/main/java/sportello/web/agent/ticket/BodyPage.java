package sportello.web.agent.ticket;

import sportello.web.Folded;

/** An article's HTML, cleaned, what it quotes folded, as a document of its own. */
public record BodyPage(Folded text) {}
