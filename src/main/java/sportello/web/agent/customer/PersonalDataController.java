package sportello.web.agent.customer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.privacy.Dossier;
import sportello.privacy.HandingOut;

/** All that the house knows of a person who asks, at once. */
@Controller
class PersonalDataController {
    private final CustomerUserPages people;
    private final PersonalDataPages pages;
    private final HandingOut handing;
    private final DossierArchives archives;

    PersonalDataController(
            CustomerUserPages people, PersonalDataPages pages, HandingOut handing, DossierArchives archives) {
        this.people = people;
        this.pages = pages;
        this.handing = handing;
        this.archives = archives;
    }

    @GetMapping("/customers/users/{id}/data")
    View show(@PathVariable long id, AgentViewer viewer) {
        return pages.show(people.user(id, viewer));
    }

    /** Nothing of the person changes; that somebody took it all is an act all the same, which the book keeps. */
    @PostMapping("/customers/users/{id}/data")
    View handOut(@PathVariable long id, AgentViewer viewer) {
        var user = people.user(id, viewer);
        return switch (handing.dossier(user.id(), viewer.authority())) {
            case Outcome.Done<Dossier>(var dossier) -> archives.of(dossier);
            case Outcome.Refused<Dossier>(var why) -> pages.refused(user, PersonalDataPage.Place.OUT, why);
        };
    }
}
