package sportello.web.login;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer;
import sportello.web.Views;

@Controller
class HomeController {
    private final Views views;

    HomeController(Views views) {
        this.views = views;
    }

    @GetMapping("/")
    View show(Viewer viewer) {
        return views.redirect(WayIn.of(viewer));
    }
}
