package sportello.web.agent.customer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.customer.CustomerUserId;
import sportello.identity.Inviting;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

/** Where a person is invited to the portal. */
@Controller
class InvitationController {
    private final CustomerUserPages pages;
    private final Inviting inviting;
    private final Views views;

    InvitationController(CustomerUserPages pages, Inviting inviting, Views views) {
        this.pages = pages;
        this.inviting = inviting;
        this.views = views;
    }

    @PostMapping("/customers/users/{id}/invitation")
    View create(@PathVariable long id, AgentViewer viewer) {
        var user = pages.user(id, viewer);
        return switch (inviting.invite(user.id(), viewer.authority())) {
            case Outcome.Done<CustomerUserId> done ->
                views.redirect("/customers/users/" + id, Notice.of("notice.customer_user.invited", user.email()));
            case Outcome.Refused<CustomerUserId>(var why) -> pages.refused(user, why, viewer);
        };
    }
}
