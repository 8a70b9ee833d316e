package sportello.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Letter;
import sportello.mail.OurCompany;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.queue.QueueHours;
import sportello.ticket.ArticleRow;
import sportello.ticket.Briefings;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;

/** How a letter reads with a real ticket, before anybody gets it. */
@Component
public class Specimens {
    private final KeepingLetters letters;
    private final OwnRuleCheck ownRules;
    private final Sayings sayings;
    private final TicketFiles tickets;
    private final Briefings briefings;
    private final Gathering gathering;
    private final Agents agents;
    private final Customers customers;
    private final OurCompany company;
    private final Writing writing;
    private final Outbox outbox;
    private final QueueHours hours;
    private final Clock clock;

    Specimens(
            KeepingLetters letters,
            OwnRuleCheck ownRules,
            Sayings sayings,
            TicketFiles tickets,
            Briefings briefings,
            Gathering gathering,
            Agents agents,
            Customers customers,
            OurCompany company,
            Writing writing,
            Outbox outbox,
            QueueHours hours,
            Clock clock) {
        this.letters = letters;
        this.ownRules = ownRules;
        this.sayings = sayings;
        this.tickets = tickets;
        this.briefings = briefings;
        this.gathering = gathering;
        this.agents = agents;
        this.customers = customers;
        this.company = company;
        this.writing = writing;
        this.outbox = outbox;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * What is tried.
     *
     * @param audience its first readers
     */
    private record Draft(Map<Language, Wording> texts, Audience audience, Set<String> places) {

        boolean isForCustomers() {
            return audience == Audience.CUSTOMER_USER;
        }
    }

    /**
     * As its first reader would get it, about the newest text of a ticket that the administrator can read.
     *
     * @param ticket its number; without one the names of the places stand there
     */
    public Outcome<Wording> look(
            KeptLetter kept, Map<Language, Wording> typed, Language language, String ticket, AgentViewer by) {
        return draft(kept, typed).then(draft -> look(draft, language, ticket, by));
    }

    /** The same of a rule of the house's own; who reads a language that it lacks gets the other. */
    public Outcome<Wording> look(OwnRule rule, Language language, String ticket, AgentViewer by) {
        return draft(rule).then(draft -> look(draft, language, ticket, by));
    }

    /** Until when it would wait for the working hours if it told of the ticket now. */
    public Optional<Instant> waits(OwnRule rule, String ticket, AgentViewer by) {
        if (!rule.options().inWorkingHours()) return Optional.empty();
        return TicketNumber.typed(ticket.strip())
                .flatMap(number -> tickets.find(number, by))
                .flatMap(seen -> hours.restOf(seen.queue(), clock.instant()));
    }

    private Outcome<Wording> look(Draft draft, Language language, String ticket, AgentViewer by) {
        return write(draft, language, ticket, by)
                .then(letter ->
                        Outcome.done(new Wording(letter.subject(), letter.body().text())));
    }

    /** The same as a mail to whoever asks, and to nobody else. */
    @Transactional
    public Outcome<String> send(
            KeptLetter kept, Map<Language, Wording> typed, Language language, String ticket, AgentViewer by) {
        return draft(kept, typed).then(draft -> send(draft, language, ticket, by));
    }

    /** The same of a rule of the house's own. */
    @Transactional
    public Outcome<String> send(OwnRule rule, Language language, String ticket, AgentViewer by) {
        return draft(rule).then(draft -> send(draft, language, ticket, by));
    }

    private Outcome<String> send(Draft draft, Language language, String ticket, AgentViewer by) {
        var self = agents.find(by.id()).orElseThrow();
        var address = Recipient.of(self.name(), self.email());
        if (address.isEmpty()) return Outcome.refused("letters.no_address");
        return write(draft, language, ticket, by).then(letter -> {
            outbox.post(letter.to(address.get()));
            return Outcome.done(self.email());
        });
    }

    private Outcome<Draft> draft(KeptLetter kept, Map<Language, Wording> typed) {
        var audience = kept.isForCustomers()
                ? Audience.CUSTOMER_USER
                : kept.uses().getFirst().audience();
        return letters.checked(kept, typed).then(texts -> Outcome.done(new Draft(texts, audience, kept.places())));
    }

    private Outcome<Draft> draft(OwnRule rule) {
        var audience = rule.recipients().reachOutside() ? Audience.CUSTOMER_USER : Audience.OWNER;
        return ownRules.texts(rule).then(texts -> Outcome.done(new Draft(texts, audience, rule.places())));
    }

    private Outcome<Letter> write(Draft draft, Language language, String ticket, AgentViewer by) {
        var rule = new Rule(0, draft.audience(), draft.texts(), Set.of());
        return ticket.isBlank()
                ? Outcome.done(writing.blank(draft.places(), rule.in(language), language, self(by)))
                : about(ticket, draft, rule, language, by);
    }

    private Recipient self(AgentViewer by) {
        var self = agents.find(by.id()).orElseThrow();
        return new Recipient(self.name(), self.email());
    }

    private Outcome<Letter> about(String ticket, Draft draft, Rule rule, Language language, AgentViewer by) {
        var seen = TicketNumber.typed(ticket.strip()).flatMap(number -> tickets.find(number, by));
        if (seen.isEmpty()) return Outcome.refused("letters.ticket", ticket);
        var newest = tickets.articlesOf(seen.get()).stream().findFirst();
        var briefing = briefings.on(seen.get().id(), newest.map(ArticleRow::id).orElse(null));
        var people = gathering.around(briefing, by.actor(), List.of(rule));
        var reader = reader(draft, briefing.customerUser(), by.id());
        var said = sayings.of(briefing, rule.asksForFields(), rule.asksForCustomer());
        var matter = new Matter(by.actor(), briefing, people, company.get(), null, said);
        return Outcome.done(writing.letter(new Notice(rule, reader, null, null), matter, language));
    }

    private Person reader(Draft draft, @Nullable CustomerUserId customerUser, AgentId self) {
        return Optional.ofNullable(customerUser)
                .filter(user -> draft.isForCustomers())
                .flatMap(customers::find)
                .<Person>map(Person.OfACustomer::new)
                .orElseGet(() -> new Person.OfTheDesk(agents.find(self).orElseThrow()));
    }
}
