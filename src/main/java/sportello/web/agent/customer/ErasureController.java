package sportello.web.agent.customer;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.privacy.ErasingPerson;
import sportello.privacy.Holding;
import sportello.web.Notice;
import sportello.web.Views;

/** Where a person is erased, and where that is put off for as long as the law wants it. */
@Controller
class ErasureController {
    private final CustomerUserPages people;
    private final PersonalDataPages pages;
    private final ErasingPerson erasing;
    private final Holding holding;
    private final Views views;

    ErasureController(
            CustomerUserPages people, PersonalDataPages pages, ErasingPerson erasing, Holding holding, Views views) {
        this.people = people;
        this.pages = pages;
        this.erasing = erasing;
        this.holding = holding;
        this.views = views;
    }

    @PostMapping("/customers/users/{id}/erasure")
    View erase(@PathVariable long id, @RequestParam(defaultValue = "false") boolean texts, AgentViewer viewer) {
        var user = people.user(id, viewer);
        return switch (erasing.erase(user.id(), texts, viewer)) {
            case Outcome.Done<String>(var name) -> redirect(id, Notice.of("notice.person.erased", name));
            case Outcome.Refused<String>(var why) -> pages.refused(user, PersonalDataPage.Place.ERASURE, why);
        };
    }

    @PostMapping("/customers/users/{id}/holds")
    View hold(@PathVariable long id, HoldForm form, AgentViewer viewer) {
        var user = people.user(id, viewer);
        var placed = form.ticket().isEmpty()
                ? holding.place(user.customer(), form.reason(), viewer)
                : holding.place(form.ticket(), form.reason(), viewer);
        return switch (placed) {
            case Outcome.Done<Long> done -> redirect(id, Notice.of("notice.hold.placed"));
            case Outcome.Refused<Long>(var why) -> pages.refused(user, form, PersonalDataPage.Place.HOLDS, why);
        };
    }

    @PostMapping("/customers/users/{id}/holds/{hold}/removal")
    View lift(@PathVariable long id, @PathVariable long hold, AgentViewer viewer) {
        var user = people.user(id, viewer);
        return switch (holding.lift(hold, viewer)) {
            case Outcome.Done<String>(var what) -> redirect(id, Notice.of("notice.hold.lifted", what));
            case Outcome.Refused<String>(var why) -> pages.refused(user, PersonalDataPage.Place.HOLDS, why);
        };
    }

    private View redirect(long id, Notice notice) {
        return views.redirect("/customers/users/" + id + "/data", notice);
    }
}
