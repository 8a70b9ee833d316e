package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.LetterId;
import sportello.mail.Letters;
import sportello.mail.SoughtLetters;
import sportello.relay.TryingLetters;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/outgoing")
class OutgoingController {
    private final Letters letters;
    private final TryingLetters trying;
    private final Views views;

    OutgoingController(Letters letters, TryingLetters trying, Views views) {
        this.letters = letters;
        this.trying = trying;
        this.views = views;
    }

    /** @param before the last letter of the page before */
    @GetMapping
    View index(OutgoingForm form, @RequestParam(required = false) @Nullable Long before, AgentViewer viewer) {
        var found = letters.list(
                form.sought(viewer.zone()), before == null ? null : new LetterId(before), OutgoingPage.MOST + 1);
        return views.show("admin/outgoing", OutgoingPage.of(form, found, before != null, null));
    }

    @PostMapping("/{id}/retrial")
    View again(@PathVariable long id, AgentViewer viewer) {
        if (letters.find(new LetterId(id)).isEmpty()) throw new NotFound();
        return switch (trying.tryNow(new LetterId(id), viewer.authority())) {
            case Outcome.Done<String>(var address) ->
                views.redirect(Area.OUTGOING.address(), Notice.of("notice.outgoing.again", address));
            case Outcome.Refused<String>(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "admin/outgoing",
                        OutgoingPage.of(
                                new OutgoingForm(null, null, null, null),
                                letters.list(SoughtLetters.ALL, null, OutgoingPage.MOST + 1),
                                false,
                                why));
        };
    }
}
