package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.KeepingLabels;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.KeptLabel;
import sportello.ticket.KeptOwnState;
import sportello.ticket.LabelList;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** How states and priorities are called and marked; which of them, the address says. */
@Controller
class LabelController {
    private static final String LIST = "/admin/{list:states|priorities}";

    private final KeepingLabels keeping;
    private final KeepingOwnStates ownStates;
    private final Views views;

    LabelController(KeepingLabels keeping, KeepingOwnStates ownStates, Views views) {
        this.keeping = keeping;
        this.ownStates = ownStates;
        this.views = views;
    }

    @GetMapping(LIST)
    View index(@PathVariable String list) {
        var one = list(list);
        var own = one == LabelList.STATES ? ownStates.all() : List.<KeptOwnState>of();
        return views.show("admin/labels", new LabelsPage(one, keeping.all(one), own));
    }

    @GetMapping(LIST + "/{id}/edit")
    View edit(@PathVariable String list, @PathVariable int id) {
        var one = list(list);
        var kept = kept(one, id);
        return form(HttpStatus.OK, one, kept, LabelForm.of(kept), null);
    }

    @PostMapping(LIST + "/{id}")
    View update(@PathVariable String list, @PathVariable int id, LabelForm form, AgentViewer viewer) {
        var one = list(list);
        var kept = kept(one, id);
        return switch (keeping.correct(one, id, form.seen(), form.settings(), viewer.authority())) {
            case Outcome.Done<String>(var name) ->
                views.redirect(Area.of(one).address(), Notice.of(one.word("corrected"), name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, one, kept, form, why);
        };
    }

    private View form(HttpStatus status, LabelList list, KeptLabel kept, LabelForm form, @Nullable Refusal refusal) {
        var needed = kept.valid() ? keeping.hindrance(list, kept).orElse(null) : null;
        return views.show(status, "admin/label_form", new LabelFormPage(list, kept, form, needed, refusal));
    }

    private static LabelList list(String key) {
        return LabelList.of(key).orElseThrow(NotFound::new);
    }

    private KeptLabel kept(LabelList list, int id) {
        return keeping.find(list, id).orElseThrow(NotFound::new);
    }
}
