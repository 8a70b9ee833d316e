package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.postmaster.AnswerKind;
import sportello.postmaster.AnswerText;
import sportello.postmaster.KeepingAnswers;
import sportello.queue.KeptQueue;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** The kind of answer stands in the address, the queue beside it; without one it is the house's. */
@Controller
@RequestMapping("/admin/answers")
class AutomaticAnswerController {
    private final KeepingAnswers keeping;
    private final QueueChoice queues;
    private final TicketFiles tickets;
    private final Views views;

    AutomaticAnswerController(KeepingAnswers keeping, QueueChoice queues, TicketFiles tickets, Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.tickets = tickets;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/answers", new AutomaticAnswersPage(keeping.all(), queues.valid()));
    }

    @GetMapping("/{kind}/edit")
    View edit(@PathVariable String kind, @RequestParam(required = false) @Nullable Long queue) {
        var answer = kind(kind);
        var kept = queues.named(queue);
        var form = keeping.find(answer, QueueChoice.id(kept))
                .map(AutomaticAnswerForm::of)
                .or(() -> keeping.find(answer, null).map(AutomaticAnswerForm::like))
                .orElseThrow(NotFound::new);
        return views.show("admin/answer_form", new AutomaticAnswerFormPage(answer, kept, form, List.of(), null));
    }

    @PostMapping("/{kind}")
    View update(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Long queue,
            AutomaticAnswerForm form,
            AgentViewer viewer) {
        var answer = kind(kind);
        var kept = queues.named(queue);
        return switch (keep(answer, kept, form, viewer)) {
            case Outcome.Done<AnswerKind> _ ->
                views.redirect(Area.ANSWERS.address(), Notice.of("notice.answer." + answer.key()));
            case Outcome.Refused<AnswerKind>(var why) -> refused(answer, kept, form, why);
        };
    }

    private Outcome<AnswerKind> keep(
            AnswerKind kind, @Nullable KeptQueue kept, AutomaticAnswerForm form, AgentViewer viewer) {
        return kept == null || form.isOwn()
                ? keeping.write(kind, QueueChoice.id(kept), form.version(), form.details(), viewer.authority())
                : keeping.drop(kind, kept.queue().id(), form.version(), viewer.authority());
    }

    /** Nothing changes here, so the answer is a page; it is a POST because what is shown is not yet kept. */
    @PostMapping("/{kind}/preview")
    View preview(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Long queue,
            AutomaticAnswerForm form,
            AgentViewer viewer) {
        var answer = kind(kind);
        var kept = queues.named(queue);
        return tried(form, viewer)
                .map(tried -> (View)
                        views.show("admin/answer_form", new AutomaticAnswerFormPage(answer, kept, form, tried, null)))
                .orElseGet(() -> refused(answer, kept, form, new Refusal("templates.ticket", form.number())));
    }

    /** About a ticket that the administrator can read; without a number, with the names themselves. */
    private Optional<List<AnswerText>> tried(AutomaticAnswerForm form, AgentViewer viewer) {
        if (form.number().isBlank()) return Optional.of(tried(form, new TicketNumber("2026-1"), "[queue.name]"));
        return TicketNumber.typed(form.number().strip())
                .flatMap(number -> tickets.find(number, viewer))
                .map(ticket -> tried(form, ticket.number(), ticket.queueName()));
    }

    private List<AnswerText> tried(AutomaticAnswerForm form, TicketNumber ticket, String queue) {
        return Arrays.stream(Language.values())
                .map(language -> keeping.tried(form.details(), language, ticket, queue))
                .toList();
    }

    private View refused(AnswerKind kind, @Nullable KeptQueue kept, AutomaticAnswerForm form, Refusal why) {
        return views.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "admin/answer_form",
                new AutomaticAnswerFormPage(kind, kept, form, List.of(), why));
    }

    private static AnswerKind kind(String key) {
        return Arrays.stream(AnswerKind.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
