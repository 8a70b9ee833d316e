package sportello.web.admin;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.KeepingQueues;
import sportello.reply.AnswerTemplateId;
import sportello.reply.KeepingTemplates;
import sportello.reply.KeptTemplate;
import sportello.reply.Placeholders;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.KnownFields;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/templates")
class TemplateController {
    private final KeepingTemplates keeping;
    private final KeepingQueues queues;
    private final TicketFiles tickets;
    private final KnownFields known;
    private final Views views;

    TemplateController(
            KeepingTemplates keeping, KeepingQueues queues, TicketFiles tickets, KnownFields known, Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.tickets = tickets;
        this.known = known;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/templates", new TemplatesPage(keeping.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, TemplateForm.BLANK, null, null);
    }

    @PostMapping
    View create(TemplateForm form, AgentViewer viewer) {
        return switch (keeping.add(form.details(), form.fresh(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.template.added", name));
            case Outcome.Refused<String>(var why) -> refused(null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = template(id);
        return form(HttpStatus.OK, kept, TemplateForm.of(kept), null, null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, TemplateForm form, AgentViewer viewer) {
        var kept = template(id);
        var outcome =
                keeping.correct(kept.id(), form.seen(), form.details(), form.gone(), form.fresh(), viewer.authority());
        return switch (outcome) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.template.corrected", name));
            case Outcome.Refused<String>(var why) -> refused(kept, form, why);
        };
    }

    /** Nothing changes here, so the answer is a page; it is a POST because what is shown is not yet kept. */
    @PostMapping("/preview")
    View preview(TemplateForm form, AgentViewer viewer) {
        var id = form.id();
        var kept = id == null ? null : template(id);
        return values(form, viewer)
                .map(values -> form(HttpStatus.OK, kept, form, Placeholders.inText(form.body(), values), null))
                .orElseGet(() -> refused(kept, form, new Refusal("templates.ticket", form.number())));
    }

    /** What is known of a ticket that the administrator can read; without a number, the names themselves. */
    private Optional<Map<String, String>> values(TemplateForm form, AgentViewer viewer) {
        if (form.number().isBlank())
            return Optional.of(keeping.places().stream().collect(toMap(name -> name, name -> "[" + name + "]")));
        return TicketNumber.typed(form.number().strip())
                .flatMap(number -> tickets.find(number, viewer))
                .map(ticket -> known.of(ticket, form.body(), viewer));
    }

    private View toList(Notice notice) {
        return views.redirect(Area.TEMPLATES.address(), notice);
    }

    private View refused(@Nullable KeptTemplate kept, TemplateForm form, Refusal why) {
        return form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, null, why);
    }

    private View form(
            HttpStatus status,
            @Nullable KeptTemplate kept,
            TemplateForm form,
            Placeholders.@Nullable Filled<String> preview,
            @Nullable Refusal refusal) {
        var offered =
                queues.all().stream().filter(queue -> queue.queue().valid()).toList();
        return views.show(
                status,
                "admin/template_form",
                new TemplateFormPage(kept, form, offered, List.copyOf(keeping.places()), preview, refusal));
    }

    private KeptTemplate template(long id) {
        return keeping.find(new AnswerTemplateId(id)).orElseThrow(NotFound::new);
    }
}
