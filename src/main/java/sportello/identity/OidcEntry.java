package sportello.identity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentDetails;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.KeepingAgents;
import sportello.agent.RoleId;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.Belonging;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserDetails;
import sportello.customer.CustomerUserId;
import sportello.customer.Registering;
import sportello.mail.OurCompany;
import sportello.mail.Recipient;
import sportello.oidc.OidcPerson;
import sportello.oidc.OidcProvider;
import sportello.oidc.OidcTravel;

/**
 * Finds the account of somebody for whom a provider vouches: by the provider's own word for the person, or the first time
 * by an address that the provider has verified. The agents' provider brings nobody but agents, the portal's nobody but
 * customer users.
 */
@Component
class OidcEntry {
    private static final Logger log = LoggerFactory.getLogger(OidcEntry.class);

    private final SubjectSql subjects;
    private final AccountSql accounts;
    private final Accounts opening;
    private final KeepingAgents agents;
    private final Registering registering;
    private final OidcTravel travel;
    private final FactorLetters letters;
    private final Book book;
    private final OurCompany company;

    OidcEntry(
            SubjectSql subjects,
            AccountSql accounts,
            Accounts opening,
            KeepingAgents agents,
            Registering registering,
            OidcTravel travel,
            FactorLetters letters,
            Book book,
            OurCompany company) {
        this.subjects = subjects;
        this.accounts = accounts;
        this.opening = opening;
        this.agents = agents;
        this.registering = registering;
        this.travel = travel;
        this.letters = letters;
        this.book = book;
        this.company = company;
    }

    /** What the book tells of somebody who enters by a provider from now on. */
    private record Linked(String login, String linkedProvider, String linkedSubject) {}

    @Transactional
    Optional<AccountId> account(OidcPerson person, OidcProvider provider) {
        var audience = provider.audience();
        var known = subjects.account(person.issuer(), person.subject(), audience);
        if (known.isPresent())
            return known.flatMap(accounts::find).filter(Account::valid).map(Account::id);
        // What is no address to which mail goes is nobody's here, however much it reads like one.
        var address = Recipient.of("", person.email());
        if (address.isEmpty()) return Optional.empty();
        var ours = subjects.unknownAt(address.get(), person, audience);
        var account = ours.or(() -> made(person, address.get(), provider));
        account.ifPresent(id -> link(person, provider, id, ours.isEmpty()));
        return account;
    }

    /** Whose account it is hears of it, lest somebody else enter by it unnoticed. */
    private void link(OidcPerson person, OidcProvider provider, AccountId id, boolean made) {
        subjects.link(person, provider.audience(), id, made);
        var account = accounts.find(id).orElseThrow();
        var linked = new Linked(account.login(), provider.name(), person.subject());
        book.write(Topic.OIDC, id, account.name(), null, linked);
        letters.linked(account, provider.name());
    }

    private Optional<AccountId> made(OidcPerson person, Recipient address, OidcProvider provider) {
        return switch (provider.audience()) {
            case DESK -> Optional.ofNullable(provider.newRole()).flatMap(role -> agent(person, role));
            case PORTAL ->
                subjects.withoutAccount(address, person)
                        .or(() -> travel.customer(person).flatMap(customer -> customerUser(person, customer)))
                        .flatMap(this::opened);
        };
    }

    private Optional<AccountId> opened(CustomerUserId id) {
        opening.open(id, Secret.fresh().text());
        return accounts.of(id);
    }

    private Optional<CustomerUserId> customerUser(OidcPerson person, CustomerId customer) {
        var entered = CustomerUserDetails.of(
                        "",
                        person.firstName(),
                        person.lastName(),
                        person.email(),
                        "",
                        company.house().language(),
                        true)
                .then(details -> registering.register(details, Belonging.to(customer), Authority.HOUSE));
        return switch (entered) {
            case Outcome.Done<CustomerUserId>(var id) -> Optional.of(id);
            case Outcome.Refused<CustomerUserId>(var why) -> denied(person, why);
        };
    }

    private Optional<AccountId> agent(OidcPerson person, RoleId role) {
        var details = new AgentDetails(
                person.email(),
                person.firstName(),
                person.lastName(),
                person.email(),
                company.house().language(),
                false,
                false,
                true,
                Map.of(),
                Set.of(role));
        return switch (agents.add(details, Authority.HOUSE)) {
            case Outcome.Done<AgentId>(var id) -> {
                opening.open(id, Secret.fresh().text());
                yield accounts.of(id);
            }
            case Outcome.Refused<AgentId>(var why) -> denied(person, why);
        };
    }

    private static <T> Optional<T> denied(OidcPerson person, Refusal why) {
        log.info("{} of the provider does not enter: {}", person.email(), why.key());
        return Optional.empty();
    }
}
