package sportello.web.agent.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.CustomerUser;
import sportello.identity.Viewer.AgentViewer;
import sportello.privacy.Dossier;
import sportello.privacy.HandingOut;
import sportello.web.Views;

/** All that the house knows of a person who asks, at once. */
@Controller
class PersonalDataController {
    private final CustomerUserPages pages;
    private final HandingOut handing;
    private final DossierArchives archives;
    private final Views views;

    PersonalDataController(CustomerUserPages pages, HandingOut handing, DossierArchives archives, Views views) {
        this.pages = pages;
        this.handing = handing;
        this.archives = archives;
        this.views = views;
    }

    @GetMapping("/customers/users/{id}/data")
    View show(@PathVariable long id, AgentViewer viewer) {
        return page(HttpStatus.OK, pages.user(id, viewer), null);
    }

    /** Nothing of the person changes; that somebody took it all is an act all the same, which the book keeps. */
    @PostMapping("/customers/users/{id}/data")
    View handOut(@PathVariable long id, AgentViewer viewer) {
        var user = pages.user(id, viewer);
        return switch (handing.dossier(user.id(), viewer.authority())) {
            case Outcome.Done<Dossier>(var dossier) -> archives.of(dossier);
            case Outcome.Refused<Dossier>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, user, why);
        };
    }

    private View page(HttpStatus status, CustomerUser user, @Nullable Refusal refusal) {
        return views.show(status, "agent/customer/data", new PersonalDataPage(user, refusal));
    }
}
