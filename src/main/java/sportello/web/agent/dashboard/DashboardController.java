package sportello.web.agent.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class DashboardController {
    private final Layouts layouts;
    private final Widgets widgets;
    private final Views views;

    DashboardController(Layouts layouts, Widgets widgets, Views views) {
        this.layouts = layouts;
        this.widgets = widgets;
        this.views = views;
    }

    @GetMapping("/agent")
    View show(
            @RequestParam(name = "new", defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String open,
            @RequestParam(defaultValue = "") String settings,
            AgentViewer viewer) {
        var place = DashboardPlace.of(fresh, open, settings.equals("true"));
        return views.show("agent/dashboard/dashboard", widgets.page(layouts.of(viewer), place, viewer));
    }

    /** The settings stay open, and show over the widgets what has become of them. */
    @PostMapping("/agent/dashboard")
    View update(@RequestParam MultiValueMap<String, String> fields, AgentViewer viewer) {
        layouts.keep(new LayoutForm(fields).layout(), viewer);
        return views.redirect(settings(fields), Notice.of("dashboard.kept"));
    }

    @PostMapping("/agent/dashboard/reset")
    View reset(@RequestParam MultiValueMap<String, String> fields, AgentViewer viewer) {
        layouts.reset(viewer);
        return views.redirect(settings(fields), Notice.of("dashboard.was_reset"));
    }

    private static String settings(MultiValueMap<String, String> fields) {
        return DashboardPlace.of(fields.getFirst("new"), fields.getFirst("open"), true)
                .address();
    }
}
