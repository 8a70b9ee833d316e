package sportello.web.agent.opening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.customer.Circle;
import sportello.customer.Contact;
import sportello.customer.CustomerId;
import sportello.customer.Directory;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Asking;
import sportello.ticket.Sight;
import sportello.ticket.SimilarTicket;
import sportello.ticket.SimilarTickets;

/** What the form looks up while somebody types: who it may be, and whether they have asked already. */
@Component
class Lookup {
    private static final int MOST = 8;

    private final Directory directory;
    private final SimilarTickets similar;

    Lookup(Directory directory, SimilarTickets similar) {
        this.directory = directory;
        this.similar = similar;
    }

    /** Who was chosen goes first, then those who are found; who has left cannot ask. */
    List<Contact> contacts(OpeningForm typed, AgentViewer viewer) {
        var circle = Sight.circle(viewer);
        var chosen =
                typed.known().stream().flatMap(known -> contacts(known, circle)).toList();
        var found = directory.contactsLike(typed.q(), MOST, circle).stream();
        return Stream.concat(chosen.stream(), found)
                .filter(Contact::valid)
                .distinct()
                .toList();
    }

    private Stream<Contact> contacts(Asking.Known known, Circle circle) {
        return directory.contactsOf(known.user(), circle).stream()
                .filter(contact -> contact.customer().equals(known.customer()));
    }

    List<SimilarTicket> similar(OpeningForm typed, AgentViewer viewer) {
        return customer(typed, viewer)
                .map(customer -> similar.of(customer, typed.title(), viewer))
                .orElse(List.of());
    }

    private Optional<CustomerId> customer(OpeningForm typed, AgentViewer viewer) {
        return typed.isNewcomer()
                ? directory.customerCalled(typed.organisation(), Sight.circle(viewer))
                : typed.known().map(Asking.Known::customer);
    }
}
