package sportello.web.admin;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import sportello.mailbox.Arrivals;
import sportello.web.Views;

@Controller
class OverviewController {
    private final Arrivals arrivals;
    private final Views views;

    OverviewController(Arrivals arrivals, Views views) {
        this.arrivals = arrivals;
        this.views = views;
    }

    @GetMapping("/admin")
    View show() {
        return views.show("admin/overview", new OverviewPage(List.of(Area.Chapter.values()), arrivals.quarantined()));
    }
}
