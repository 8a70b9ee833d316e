package sportello.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import sportello.identity.Viewer.AgentViewer;

/** The agents' top bar in its order. An entry stands there as soon as its page exists, so that no link is dead. */
@Component
class Menu {

    private static final List<MenuEntry> ALL = List.of(
            new MenuEntry("dashboard", "/agent", false),
            new MenuEntry("customers", "/customers", false),
            new MenuEntry("calendar", "/calendar", false),
            new MenuEntry("tickets", "/agent/tickets", false),
            new MenuEntry("reports", "/reports", false),
            new MenuEntry("access_log", "/admin/access-log", false),
            new MenuEntry("admin", "/admin", true));

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    Menu(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    List<MenuEntry> entries(AgentViewer viewer) {
        var existing = addresses();
        return ALL.stream()
                .filter(entry -> existing.contains(entry.address()))
                .filter(entry -> entry.isFor(viewer))
                .toList();
    }

    private Set<String> addresses() {
        return routes.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(route -> route.getDirectPaths().stream())
                .collect(Collectors.toSet());
    }
}
