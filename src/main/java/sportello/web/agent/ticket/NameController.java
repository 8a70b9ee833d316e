package sportello.web.agent.ticket;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Agents;
import sportello.customer.CustomerLine;
import sportello.customer.Directory;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sight;
import sportello.web.Views;
import sportello.web.agent.ticket.NamesPage.Suggestion;

/** Completes the names of agents, organisations and people while they are typed into a field. */
@Controller
class NameController {
    private static final int MOST = 8;
    private static final int LEAST_LETTERS = 2;

    private final Agents agents;
    private final Directory directory;
    private final Views views;

    NameController(Agents agents, Directory directory, Views views) {
        this.agents = agents;
        this.directory = directory;
        this.views = views;
    }

    @GetMapping("/names/agents")
    View agents(@RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        return names(
                isEnough(q)
                        ? agents.like(q.strip(), MOST, viewer.authority()).stream()
                                .map(agent -> new Suggestion(agent.login(), agent.name()))
                                .toList()
                        : List.of());
    }

    @GetMapping("/names/customers")
    View customers(@RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        return names(
                isEnough(q)
                        ? directory.customersLike(q, MOST, Sight.circle(viewer)).stream()
                                .filter(CustomerLine::valid)
                                .map(customer -> new Suggestion(customer.code(), customer.name()))
                                .toList()
                        : List.of());
    }

    /** Organisations by their code, and people by their address, for whom something shall hold. */
    @GetMapping("/names/holders")
    View holders(@RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        if (!isEnough(q)) return names(List.of());
        var circle = Sight.circle(viewer);
        return names(Stream.concat(
                        directory.customersLike(q, MOST, circle).stream()
                                .filter(CustomerLine::valid)
                                .map(customer -> new Suggestion(customer.code(), customer.name())),
                        directory.contactsLike(q, MOST, circle).stream()
                                .filter(contact -> contact.valid() && contact.own())
                                .map(person -> new Suggestion(person.email(), person.name())))
                .toList());
    }

    private static boolean isEnough(String sought) {
        return sought.strip().length() >= LEAST_LETTERS;
    }

    private View names(List<Suggestion> found) {
        return views.show("agent/ticket/names", new NamesPage(found));
    }
}
