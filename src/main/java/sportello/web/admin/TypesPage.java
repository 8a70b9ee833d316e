package sportello.web.admin;

import java.util.List;
import sportello.ticket.ListedType;

/** The list of types, in the order in which they are offered. */
public record TypesPage(List<ListedType> types) {}
