package sportello.web;

import java.util.List;
import sportello.identity.Viewer.AgentViewer;

/** The agents' top bar in its order. */
final class Menu {
    private static final List<MenuEntry> ALL = List.of(
            new MenuEntry("dashboard", "/agent", false),
            new MenuEntry("customers", "/customers", false),
            new MenuEntry("calendar", "/calendar", false),
            new MenuEntry("tickets", "/agent/tickets", false),
            new MenuEntry("reports", "/reports", false),
            new MenuEntry("access_log", "/admin/access-log", false),
            new MenuEntry("admin", "/admin", true));

    private Menu() {}

    static List<MenuEntry> entries(AgentViewer viewer) {
        return ALL.stream().filter(entry -> entry.isFor(viewer)).toList();
    }
}
