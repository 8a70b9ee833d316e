package sportello.web.agent.customer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.customer.Confirming;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

/** Where it is confirmed that a person asks for the customers that stand there. */
@Controller
class ConfirmationController {
    private final CustomerUserPages pages;
    private final Confirming confirming;
    private final Views views;

    ConfirmationController(CustomerUserPages pages, Confirming confirming, Views views) {
        this.pages = pages;
        this.confirming = confirming;
        this.views = views;
    }

    @PostMapping("/customers/users/{id}/confirmation")
    View create(@PathVariable long id, AgentViewer viewer) {
        var user = pages.user(id, viewer);
        return switch (confirming.confirm(user.id(), viewer.authority())) {
            case Outcome.Done<CustomerUserId> done ->
                views.redirect("/customers/users/" + id, Notice.of("notice.customer_user.confirmed", user.name()));
            case Outcome.Refused<CustomerUserId>(var why) -> pages.refused(user, why, viewer);
        };
    }
}
