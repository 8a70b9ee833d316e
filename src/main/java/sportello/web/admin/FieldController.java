package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.FieldId;
import sportello.field.KeepingFields;
import sportello.field.KeptField;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/fields")
class FieldController {
    private final KeepingFields keeping;
    private final Views views;

    FieldController(KeepingFields keeping, Views views) {
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/fields", new FieldsPage(keeping.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, FieldForm.BLANK, null);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = FieldForm.read(new Sent(sent));
        return switch (form.settings(viewer.language()).then(settings -> keeping.add(settings, viewer.authority()))) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.field.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var kept = kept(id);
        return form(HttpStatus.OK, kept, FieldForm.of(kept, viewer.language()), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = kept(id);
        var form = FieldForm.read(new Sent(sent)).of(kept.field());
        return switch (form.settings(viewer.language())
                .then(settings -> keeping.correct(kept.field().id(), form.seen(), settings, viewer.authority()))) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.field.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var kept = kept(id);
        return switch (keeping.move(kept.field().id(), way.equals("up"), viewer.authority())) {
            case Outcome.Done<FieldId> done ->
                toList(Notice.of("notice.field.moved", kept.field().label(viewer.language())));
            case Outcome.Refused<FieldId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, FieldForm.of(kept, viewer.language()), why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.FIELDS.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptField kept, FieldForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/field_form", new FieldFormPage(kept, form, refusal));
    }

    private KeptField kept(long id) {
        return keeping.find(new FieldId(id)).orElseThrow(NotFound::new);
    }
}
