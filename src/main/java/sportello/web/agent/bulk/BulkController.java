package sportello.web.agent.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.bulk.Bulk;
import sportello.bulk.BulkAction;
import sportello.bulk.BulkId;
import sportello.bulk.Bulks;
import sportello.bulk.StartingBulk;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.ticket.Choices;
import sportello.ticket.OfferedClasses;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketLists;
import sportello.ticket.TicketRow;
import sportello.web.AwayPeople;
import sportello.web.FieldForms;
import sportello.web.NotFound;
import sportello.web.Views;
import sportello.web.agent.ListAddress;

@Controller
class BulkController {
    private final StartingBulk starting;
    private final Bulks bulks;
    private final TicketLists lists;
    private final TicketFiles files;
    private final Agents agents;
    private final Queues queues;
    private final Choices choices;
    private final FieldForms forms;
    private final AwayPeople away;
    private final BulkDrafts drafts;
    private final BulkSnippets snippets;
    private final Clock clock;
    private final Views views;

    BulkController(
            StartingBulk starting,
            Bulks bulks,
            TicketLists lists,
            TicketFiles files,
            Agents agents,
            Queues queues,
            Choices choices,
            FieldForms forms,
            AwayPeople away,
            BulkDrafts drafts,
            BulkSnippets snippets,
            Clock clock,
            Views views) {
        this.starting = starting;
        this.bulks = bulks;
        this.lists = lists;
        this.files = files;
        this.agents = agents;
        this.queues = queues;
        this.choices = choices;
        this.forms = forms;
        this.away = away;
        this.drafts = drafts;
        this.snippets = snippets;
        this.clock = clock;
        this.views = views;
    }

    /** For the chosen tickets, or for all of the list as far as that goes. */
    @GetMapping("/agent/bulks/new")
    View fresh(@ModelAttribute BulkForm chosen, @RequestParam(defaultValue = "false") boolean all, AgentViewer viewer) {
        if (!BulkForm.ACTIONS.contains(chosen.action())) throw new NotFound();
        var list = ListAddress.parse(chosen.from());
        var tickets = all
                ? lists.first(viewer, list.filter(), list.order(), BulkForm.MOST).rows().stream()
                        .map(TicketRow::number)
                        .toList()
                : chosen.numbers();
        var form = BulkForm.blank(chosen.action(), tickets, chosen.from());
        return tickets.isEmpty()
                ? form(HttpStatus.UNPROCESSABLE_CONTENT, form, viewer, null, new Refusal("bulk.none"))
                : drafts.find(form, viewer)
                        .map(draft -> form(HttpStatus.OK, form.with(draft.content()), viewer, draft.savedAt(), null))
                        .orElseGet(() -> form(HttpStatus.OK, form, viewer, null, null));
    }

    @PostMapping("/agent/bulks")
    View create(@ModelAttribute BulkForm form, AgentViewer viewer) {
        var outcome = form.read(clock.instant().atZone(viewer.zone()))
                .then(action -> checked(action, viewer))
                .then(action -> starting.start(action, form.numbers(), viewer));
        return switch (outcome) {
            case Outcome.Done<BulkId>(var id) -> {
                drafts.discard(form, viewer);
                yield views.redirect(address(id, form.from()));
            }
            case Outcome.Refused<BulkId>(var why) -> {
                drafts.keep(form, viewer);
                yield form(HttpStatus.UNPROCESSABLE_CONTENT, form, viewer, null, why);
            }
        };
    }

    /** What is typed into a field is wrong of all tickets alike, and said before the first. */
    private Outcome<BulkAction> checked(BulkAction action, AgentViewer viewer) {
        return action instanceof BulkAction.FillIn(var typed)
                ? forms.checkedOfMany(Screen.TICKET, typed, viewer).then(wanted -> Outcome.done(action))
                : Outcome.done(action);
    }

    @GetMapping("/agent/bulks/{id}")
    View show(@PathVariable long id, @RequestParam(defaultValue = "") String from, AgentViewer viewer) {
        return page(HttpStatus.OK, bulk(id, viewer), from, null);
    }

    @PostMapping("/agent/bulks/{id}/undo")
    View undo(@PathVariable long id, @RequestParam(defaultValue = "") String from, AgentViewer viewer) {
        var bulk = bulk(id, viewer);
        return switch (starting.undo(bulk, viewer)) {
            case Outcome.Done<BulkId>(var undoing) -> views.redirect(address(undoing, from));
            case Outcome.Refused<BulkId>(var why) -> page(HttpStatus.CONFLICT, bulk, from, why);
        };
    }

    private Bulk bulk(long id, AgentViewer viewer) {
        return bulks.find(new BulkId(id), viewer).orElseThrow(NotFound::new);
    }

    private static String address(BulkId bulk, String from) {
        return "/agent/bulks/" + bulk.value() + "?from="
                + ListAddress.parse(from).encoded();
    }

    private View page(HttpStatus status, Bulk bulk, String from, @Nullable Refusal refusal) {
        return views.show(
                status,
                "agent/bulk/bulk",
                new BulkPage(
                        bulk, bulks.refusedOf(bulk), ListAddress.parse(from).text(), refusal));
    }

    private View form(
            HttpStatus status, BulkForm form, AgentViewer viewer, @Nullable Instant draft, @Nullable Refusal refusal) {
        var wantsAgent = List.of("owner", "responsible").contains(form.action());
        var people =
                wantsAgent ? agents.withAny(Permission.RW, viewer.grants().groupsFor(Permission.RO)) : List.<Agent>of();
        var targets = form.action().equals("move") ? queues.where(viewer, Permission.MOVE_INTO) : List.<Queue>of();
        var limits = files.limitsOn(form.numbers(), viewer);
        var page = new BulkFormPage(
                form,
                form.numbers().size(),
                people,
                targets,
                form.action().equals("type") ? choices.offered() : OfferedClasses.NONE,
                form.action().equals("fields") ? forms.ofMany(Screen.TICKET, form.fields(), viewer) : List.of(),
                wantsAgent ? away.among(people) : away.byDefault(targets),
                limits,
                form.draft().isPresent() && !snippets.of(viewer).isEmpty(),
                ListAddress.parse(form.from()).text(),
                draft,
                refusal == null ? form.work().flatMap(limits::against).orElse(null) : refusal);
        return views.show(status, "agent/bulk/form", page);
    }
}
