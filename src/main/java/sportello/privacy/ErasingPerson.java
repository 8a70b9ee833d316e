package sportello.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Forgetting;
import sportello.identity.Footprints;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.OurCompany;
import sportello.search.SavedSearches;
import sportello.ticket.ForgettingPerson;

/**
 * Erases a customer's person for good, wherever the house keeps something of the person; all of it or nothing. Tickets stay,
 * with their numbers and times, as those of a person who has a number and no name. What is under a legal hold is not
 * erased. The book keeps that somebody was erased, and by which number.
 */
@Component
public class ErasingPerson {
    private final Customers customers;
    private final Forgetting people;
    private final ForgettingPerson tickets;
    private final Footprints footprints;
    private final SavedSearches searches;
    private final Remains remains;
    private final HoldSql holds;
    private final MessageSource messages;
    private final OurCompany company;
    private final Book book;
    private final Clock clock;

    ErasingPerson(
            Customers customers,
            Forgetting people,
            ForgettingPerson tickets,
            Footprints footprints,
            SavedSearches searches,
            Remains remains,
            HoldSql holds,
            MessageSource messages,
            OurCompany company,
            Book book,
            Clock clock) {
        this.customers = customers;
        this.people = people;
        this.tickets = tickets;
        this.footprints = footprints;
        this.searches = searches;
        this.remains = remains;
        this.holds = holds;
        this.messages = messages;
        this.company = company;
        this.book = book;
        this.clock = clock;
    }

    /** What was erased, as the book tells of it. */
    private record Erased(int requests, boolean texts) {}

    /** Whether there is anything left to be erased. */
    public boolean isErased(CustomerUserId id) {
        return people.isForgotten(id);
    }

    /** How much there is of the person in tickets. */
    public ForgettingPerson.Extent extent(CustomerUserId id) {
        return tickets.extent(id);
    }

    /**
     * @param texts whether what the person wrote and the files that the person sent go too
     * @return what the person is called from now on
     */
    @Transactional
    public Outcome<String> erase(CustomerUserId id, boolean texts, AgentViewer by) {
        if (!by.administrator()) return Outcome.refused("customers.administer");
        if (!people.hold(id)) return Outcome.refused("privacy.nobody");
        var person = customers.find(id).orElseThrow();
        var named = person(person, texts);
        var held = Stream.concat(holds.on(id).stream(), holds.on(tickets.touched(named)).stream())
                .findFirst();
        if (held.isPresent()) return refused(held.get());
        var forgotten = tickets.forget(named, by.actor());
        remains.forget(named, forgotten, sentence());
        searches.forget(named.names());
        footprints.forget(id, named.names());
        people.forget(id, word("erased.person"), "" + id.value());
        book.write(
                Topic.PRIVACY,
                id.value(),
                "" + id.value(),
                new Erased(forgotten.asked().size(), texts),
                null);
        return Outcome.done(named.names().standIn());
    }

    private static Outcome<String> refused(Hold hold) {
        return Outcome.refused("privacy.held", hold.what(), hold.reason(), hold.by());
    }

    private ForgettingPerson.Person person(CustomerUser person, boolean texts) {
        var words = new PersonWords(person, customers.addresses(person.id()), tickets.addresses(person.id()));
        var standIn = word("erased.person") + " " + person.id().value();
        return new ForgettingPerson.Person(
                person.id(), words.addresses(), words.names(standIn), words.near(standIn), texts ? sentence() : null);
    }

    private String sentence() {
        var today = LocalDate.ofInstant(clock.instant(), company.zone());
        return word("erased.text", DateTimeFormatter.ofPattern("dd/MM/yyyy").format(today));
    }

    /** Stored, so in the language of the house. */
    private String word(String key, Object... places) {
        return messages.getMessage(key, places, company.house().language().locale());
    }
}
