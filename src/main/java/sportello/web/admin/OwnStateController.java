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
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.KeptOwnState;
import sportello.ticket.OwnStateSettings;
import sportello.ticket.Status;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** The states of the house's own; they stand below ours on one page. */
@Controller
@RequestMapping("/admin/states")
class OwnStateController {
    private final KeepingOwnStates keeping;
    private final Views views;

    OwnStateController(KeepingOwnStates keeping, Views views) {
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, "", LabelForm.BLANK, null);
    }

    @PostMapping
    View create(@RequestParam(defaultValue = "") String like, LabelForm form, AgentViewer viewer) {
        var model = Status.of(like).map(Status::model).orElse(null);
        return switch (keeping.add(new OwnStateSettings(model, form.settings()), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList("own_states.added", name);
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, like, form, why);
        };
    }

    @GetMapping("/own/{id}/edit")
    View edit(@PathVariable int id) {
        var kept = kept(id);
        return form(HttpStatus.OK, kept, "", LabelForm.of(kept.label()), null);
    }

    @PostMapping("/own/{id}")
    View update(@PathVariable int id, LabelForm form, AgentViewer viewer) {
        var kept = kept(id);
        var settings = new OwnStateSettings(kept.state().model(), form.settings());
        return switch (keeping.correct(id, form.seen(), settings, viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList("states.corrected", name);
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, "", form, why);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/own/{id}/move")
    View move(@PathVariable int id, @RequestParam String way, AgentViewer viewer) {
        var kept = kept(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Integer> _ -> toList("own_states.moved", kept.name());
            case Outcome.Refused<Integer>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, "", LabelForm.of(kept.label()), why);
        };
    }

    private View toList(String done, String name) {
        return views.redirect(Area.STATES.address(), Notice.of(done, name));
    }

    private View form(
            HttpStatus status, @Nullable KeptOwnState kept, String like, LabelForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/own_state_form", new OwnStateFormPage(kept, like, form, refusal));
    }

    private KeptOwnState kept(int id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
