package sportello.web.admin;

import java.util.List;
import sportello.ticket.ListedCause;

/** The list of causes, in the order in which they are offered. */
public record CausesPage(List<ListedCause> causes) {}
