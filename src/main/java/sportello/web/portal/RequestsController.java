package sportello.web.portal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.CustomerViewer;
import sportello.ticket.RequestList;
import sportello.ticket.RequestPlace;
import sportello.ticket.RequestScope;
import sportello.ticket.RequestStage;
import sportello.ticket.Requests;
import sportello.web.Views;

@Controller
class RequestsController {
    private final Requests requests;
    private final Views views;

    RequestsController(Requests requests, Views views) {
        this.requests = requests;
        this.views = views;
    }

    /** Both lists from their beginnings, or one of them from a place on, or the archive. */
    @GetMapping("/portal")
    View index(
            @RequestParam(defaultValue = "mine") String scope,
            @RequestParam(name = "under_way", required = false) @Nullable RequestPlace underWay,
            @RequestParam(required = false) @Nullable RequestPlace over,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @Nullable RequestPlace archived,
            CustomerViewer viewer) {
        var whose = scope.equals("ours") ? RequestScope.OURS : RequestScope.MINE;
        var archive = stage.equals("archived");
        return views.show(
                "portal/requests",
                new RequestsPage(
                        whose,
                        requests.underWay(viewer),
                        viewer.customers().size() > 1,
                        viewer.confirmed(),
                        over == null && !archive ? list(viewer, whose, RequestStage.UNDER_WAY, underWay) : null,
                        underWay == null && !archive ? list(viewer, whose, RequestStage.OVER, over) : null,
                        archive ? list(viewer, whose, RequestStage.ARCHIVED, archived) : null));
    }

    private RequestList list(
            CustomerViewer viewer, RequestScope scope, RequestStage stage, @Nullable RequestPlace after) {
        return requests.list(viewer, scope, stage, after);
    }
}
