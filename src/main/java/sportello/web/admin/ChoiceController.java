package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeepingChoices;
import sportello.ticket.KeepingLimits;
import sportello.ticket.KeptChoice;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** The lists from which the desk chooses; which of them, the address says. */
@Controller
class ChoiceController {
    private static final String LIST = "/admin/{list:causes|types|services}";

    private final KeepingChoices keeping;
    private final KeepingLimits limits;
    private final Views views;

    ChoiceController(KeepingChoices keeping, KeepingLimits limits, Views views) {
        this.keeping = keeping;
        this.limits = limits;
        this.views = views;
    }

    @GetMapping(LIST)
    View index(@PathVariable String list) {
        var one = list(list);
        return views.show("admin/choices", new ChoicesPage(one, keeping.all(one)));
    }

    @GetMapping(LIST + "/new")
    View fresh(@PathVariable String list) {
        return form(HttpStatus.OK, list(list), null, ChoiceForm.BLANK, null);
    }

    @PostMapping(LIST)
    View create(@PathVariable String list, ChoiceForm form, AgentViewer viewer) {
        var one = list(list);
        return switch (keeping.add(one, form.settings(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(one, "added", name);
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, one, null, form, why);
        };
    }

    @GetMapping(LIST + "/{id}/edit")
    View edit(@PathVariable String list, @PathVariable long id) {
        var one = list(list);
        var kept = kept(one, id);
        return form(HttpStatus.OK, one, kept, ChoiceForm.of(kept), null);
    }

    @PostMapping(LIST + "/{id}")
    View update(@PathVariable String list, @PathVariable long id, ChoiceForm form, AgentViewer viewer) {
        var one = list(list);
        var kept = kept(one, id);
        return switch (keeping.correct(one, id, form.seen(), form.settings(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(one, "corrected", name);
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, one, kept, form, why);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/admin/{list:causes|types}/{id}/move")
    View move(@PathVariable String list, @PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var one = list(list);
        var kept = kept(one, id);
        return switch (keeping.move(one, id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done -> toList(one, "moved", kept.name());
            case Outcome.Refused<Long>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, one, kept, ChoiceForm.of(kept), why);
        };
    }

    private View toList(ChoiceList list, String done, String name) {
        return views.redirect(Area.of(list).address(), Notice.of(list.word(done), name));
    }

    private View form(
            HttpStatus status, ChoiceList list, @Nullable KeptChoice kept, ChoiceForm form, @Nullable Refusal refusal) {
        var limiting = kept == null ? List.<String>of() : limits.ofChoice(list, kept.name());
        return views.show(
                status,
                "admin/choice_form",
                new ChoiceFormPage(list, kept, form, above(list, kept, form), limiting, refusal));
    }

    private List<KeptChoice> above(ChoiceList list, @Nullable KeptChoice own, ChoiceForm form) {
        if (!list.isTree()) return List.of();
        return keeping.all(list).stream()
                .filter(one -> one.valid() || form.isBelow(one.id()))
                .filter(one -> own == null || !one.isWithin(own))
                .toList();
    }

    private static ChoiceList list(String key) {
        return ChoiceList.of(key).orElseThrow(NotFound::new);
    }

    private KeptChoice kept(ChoiceList list, long id) {
        return keeping.find(list, id).orElseThrow(NotFound::new);
    }
}
