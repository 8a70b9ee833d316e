package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ChangingOwner;
import sportello.ticket.ChangingResponsible;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.AwayPeople;
import sportello.web.Notice;
import sportello.web.Views;

/** The two people of a ticket: who has it, and who sees that it is handled. */
@Controller
class PersonController {
    private final TicketPages pages;
    private final ChangingOwner changingOwner;
    private final ChangingResponsible changingResponsible;
    private final Agents agents;
    private final AwayPeople away;
    private final Afterwards afterwards;
    private final Views views;

    PersonController(
            TicketPages pages,
            ChangingOwner changingOwner,
            ChangingResponsible changingResponsible,
            Agents agents,
            AwayPeople away,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.changingOwner = changingOwner;
        this.changingResponsible = changingResponsible;
        this.agents = agents;
        this.away = away;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/owner/edit")
    View editOwner(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return form(HttpStatus.OK, ticket, "owner", idOf(ticket.owner()), null);
    }

    @PostMapping("/tickets/{number}/owner")
    View updateOwner(@PathVariable TicketNumber number, PersonForm form, AgentViewer viewer) {
        var outcome = changingOwner.change(number, form.version(), new AgentId(form.agent()), viewer);
        return answer(outcome, number, "owner", form, viewer);
    }

    @GetMapping("/tickets/{number}/responsible/edit")
    View editResponsible(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return form(HttpStatus.OK, ticket, "responsible", idOf(ticket.responsible()), null);
    }

    @PostMapping("/tickets/{number}/responsible")
    View updateResponsible(@PathVariable TicketNumber number, PersonForm form, AgentViewer viewer) {
        var outcome = changingResponsible.change(number, form.version(), new AgentId(form.agent()), viewer);
        return answer(outcome, number, "responsible", form, viewer);
    }

    private View answer(Outcome<Trace> outcome, TicketNumber number, String role, PersonForm form, AgentViewer viewer) {
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) ->
                afterwards.done(trace, number, notice(role, new AgentId(form.agent())));
            case Outcome.Refused<Trace>(var why) ->
                form(Afterwards.statusOf(why), pages.ticket(number, viewer), role, form.agent(), why);
        };
    }

    private View form(HttpStatus status, TicketFile ticket, String role, long chosen, @Nullable Refusal refusal) {
        var able = agents.with(Permission.RW, ticket.group());
        return views.show(
                status, "agent/ticket/choice", new PersonPage(ticket, role, able, away.among(able), chosen, refusal));
    }

    /** Whoever gives a ticket to somebody who is away may do so, and hears of it once more. */
    private Notice notice(String role, AgentId chosen) {
        var name = agents.find(chosen).map(Agent::name).orElse("");
        return away.of(List.of(chosen)).people().values().stream()
                .findFirst()
                .map(person -> AwayNotice.of("notice." + role, person))
                .orElseGet(() -> Notice.of("notice." + role, name));
    }

    private static long idOf(TicketFile.@Nullable Person person) {
        return person == null ? 0 : person.id().value();
    }
}
