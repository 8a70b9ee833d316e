package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.ticket.Choice;
import sportello.ticket.ChoiceList;
import sportello.ticket.Choices;
import sportello.ticket.Labels;
import sportello.ticket.Limit;
import sportello.ticket.Limits;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.TicketFile;
import sportello.ticket.TryingLimits;
import sportello.web.Views;
import sportello.web.admin.LimitTrialPage.Part;

/** Nothing changes here, so the answer is a page and not a way to one. */
@Controller
@RequestMapping("/admin/limits/trial")
class LimitTrialController {
    private static final String TEMPLATE = "admin/limit_trial";

    private final TryingLimits trying;
    private final Agents agents;
    private final Queues queues;
    private final Choices choices;
    private final Labels labels;
    private final Views views;

    LimitTrialController(
            TryingLimits trying, Agents agents, Queues queues, Choices choices, Labels labels, Views views) {
        this.trying = trying;
        this.agents = agents;
        this.queues = queues;
        this.choices = choices;
        this.labels = labels;
        this.views = views;
    }

    @GetMapping
    View fresh(AgentViewer viewer) {
        return views.show(TEMPLATE, page("", 0, List.of(), null, viewer));
    }

    /** Without a number it is the form, as if nobody had asked. */
    @PostMapping
    View look(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "0") long agent,
            AgentViewer viewer) {
        if (number.isBlank()) return views.show(TEMPLATE, page("", agent, List.of(), null, viewer));
        return switch (trying.look(number, new AgentId(agent), viewer)) {
            case Outcome.Done<TicketFile>(var ticket) ->
                views.show(TEMPLATE, page(number, agent, parts(ticket), null, viewer));
            case Outcome.Refused<TicketFile>(var why) ->
                views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, page(number, agent, List.of(), why, viewer));
        };
    }

    private LimitTrialPage page(
            String number, long agent, List<Part> parts, @Nullable Refusal refusal, AgentViewer viewer) {
        return new LimitTrialPage(number, agent, agents.valid(viewer.authority()), parts, refusal);
    }

    private List<Part> parts(TicketFile ticket) {
        var limits = ticket.limits();
        var now = labels.now();
        var offered = choices.offered();
        var elsewhere = queues.valid().stream()
                .filter(queue -> !queue.id().equals(ticket.queue()))
                .toList();
        return List.of(
                Part.of("limits.works", Limit.WORKS, true, LimitTrialPage::message, limits::against),
                Part.of(
                        "limits.to_states",
                        now.offered(State.CHOSEN, null),
                        true,
                        state -> "state." + state.key(),
                        limits::against),
                Part.of(
                        "limits.to_priorities",
                        now.offered(Arrays.asList(Priority.values()), null),
                        true,
                        priority -> "priority." + priority.level(),
                        limits::against),
                classes("limits.to_types", ChoiceList.TYPES, offered.types(), limits),
                classes("limits.to_services", ChoiceList.SERVICES, offered.services(), limits),
                Part.of("limits.to_queues", elsewhere, false, Queue::name, queue -> limits.against(queue.id())));
    }

    private static Part classes(String title, ChoiceList list, List<Choice> offered, Limits limits) {
        return Part.of(title, offered, false, Choice::name, choice -> limits.against(list, choice));
    }
}
