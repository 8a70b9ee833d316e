package sportello.web.agent.ticket;

import sportello.base.Html;

/** An article's HTML, cleaned, as a document of its own. */
public record BodyPage(Html html) {}
