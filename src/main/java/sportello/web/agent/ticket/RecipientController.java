package sportello.web.agent.ticket;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Agents;
import sportello.customer.Contact;
import sportello.customer.Directory;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Recipient;
import sportello.ticket.Sight;
import sportello.web.Views;
import sportello.web.agent.ticket.RecipientsPage.Suggestion;

/** Completes addresses while they are typed. */
@Controller
class RecipientController {
    private static final int MOST = 6;
    private static final int LEAST_LETTERS = 2;

    private final Directory directory;
    private final Agents agents;
    private final Views views;

    RecipientController(Directory directory, Agents agents, Views views) {
        this.directory = directory;
        this.agents = agents;
        this.views = views;
    }

    /** Those who ask before those who work here. */
    @GetMapping("/recipients")
    View list(@RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        var sought = q.strip();
        return views.show(
                "agent/ticket/recipients",
                new RecipientsPage(sought.length() < LEAST_LETTERS ? List.of() : suggestions(sought, viewer)));
    }

    private List<Suggestion> suggestions(String sought, AgentViewer viewer) {
        var asking = directory.contactsLike(sought, MOST, Sight.circle(viewer)).stream()
                .filter(Contact::valid)
                .flatMap(contact -> Recipient.of(contact.name(), contact.email()).stream()
                        .map(recipient -> new Suggestion(recipient, contact.customerName())));
        var working = agents.like(sought, MOST, viewer.authority()).stream()
                .flatMap(agent -> Recipient.of(agent.name(), agent.email()).stream())
                .map(recipient -> new Suggestion(recipient, ""));
        return Stream.concat(asking, working).toList();
    }
}
