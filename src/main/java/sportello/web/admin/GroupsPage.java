package sportello.web.admin;

import java.util.List;
import sportello.agent.KeptGroup;

/** The groups by name. */
public record GroupsPage(List<KeptGroup> groups) {}
