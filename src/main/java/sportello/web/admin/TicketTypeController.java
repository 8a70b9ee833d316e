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
import sportello.ticket.KeepingTypes;
import sportello.ticket.ListedType;
import sportello.ticket.TicketTypes;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/types")
class TicketTypeController {
    private final TicketTypes types;
    private final KeepingTypes keeping;
    private final Views views;

    TicketTypeController(TicketTypes types, KeepingTypes keeping, Views views) {
        this.types = types;
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/types", new TypesPage(types.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, TypeForm.BLANK, null);
    }

    @PostMapping
    View create(TypeForm form, AgentViewer viewer) {
        return switch (keeping.add(form.name(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.type.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var type = type(id);
        return form(HttpStatus.OK, type, TypeForm.of(type), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, TypeForm form, AgentViewer viewer) {
        var type = type(id);
        return switch (keeping.correct(id, form.seen(), form.name(), form.isValid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.type.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, type, form, why);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var type = type(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done -> toList(Notice.of("notice.type.moved", type.name()));
            case Outcome.Refused<Long>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, type, TypeForm.of(type), why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.TYPES.address(), notice);
    }

    private View form(HttpStatus status, @Nullable ListedType type, TypeForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/type_form", new TypeFormPage(type, form, refusal));
    }

    private ListedType type(long id) {
        return types.find(id).orElseThrow(NotFound::new);
    }
}
