package sportello.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer;

/** The bare address leads each to their own first page. */
@Controller
class StartController {
    private final Views views;

    StartController(Views views) {
        this.views = views;
    }

    @GetMapping("/")
    View show(Viewer viewer) {
        return switch (viewer) {
            case Viewer.AgentViewer agent -> views.redirect("/agent");
            case Viewer.CustomerViewer customer -> views.redirect("/portal");
        };
    }
}
