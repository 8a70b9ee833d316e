package sportello.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import sportello.customer.TaxCode;
import sportello.mail.OurCompany;
import sportello.mail.Recipient;
import sportello.oidc.VouchedPerson;
import sportello.oidc.Voucher;

/**
 * Finds the account of somebody for whom a provider vouches: by the provider's own word for the person, or the first time
 * by an address that the provider has verified; or by the tax code alone, where the house wants that. The agents' provider
 * brings nobody but agents, the portal's nobody but customer users.
 */
@Component
class VouchedEntry {
    private static final Logger log = LoggerFactory.getLogger(VouchedEntry.class);

    private final SubjectSql subjects;
    private final AccountSql accounts;
    private final Accounts opening;
    private final KeepingAgents agents;
    private final Registering registering;
    private final FactorLetters letters;
    private final Book book;
    private final OurCompany company;

    VouchedEntry(
            SubjectSql subjects,
            AccountSql accounts,
            Accounts opening,
            KeepingAgents agents,
            Registering registering,
            FactorLetters letters,
            Book book,
            OurCompany company) {
        this.subjects = subjects;
        this.accounts = accounts;
        this.opening = opening;
        this.agents = agents;
        this.registering = registering;
        this.letters = letters;
        this.book = book;
        this.company = company;
    }

    /** What the book tells of somebody who enters by a provider from now on. */
    private record Linked(String login, String linkedProvider, String linkedSubject) {}

    /**
     * What a provider's word is worth here.
     *
     * @param ruled the roles that agents hold by what the provider says, and by nothing else
     * @param given those of them that this person holds
     * @param newRole what new agents get besides, null for nothing; without any role, no agent is made
     * @param customer whose customer user is made, null if none is
     */
    record Terms(
            Voucher voucher,
            Set<RoleId> ruled,
            Set<RoleId> given,
            @Nullable RoleId newRole,
            @Nullable CustomerId customer) {

        private Set<RoleId> first() {
            var first = new HashSet<>(given);
            if (newRole != null) first.add(newRole);
            return first;
        }
    }

    /** Whom the provider's word names here, whether or not the person may enter. */
    Optional<AccountId> known(VouchedPerson person, Terms terms) {
        return subjects.account(
                person.issuer(), person.subject(), terms.voucher().audience());
    }

    @Transactional
    Outcome<AccountId> account(VouchedPerson person, Terms terms) {
        var code = person.taxCode();
        return code == null
                ? called(person, terms)
                        .<Outcome<AccountId>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused("oidc.denied"))
                : taxed(code, person, terms.voucher());
    }

    private Optional<AccountId> called(VouchedPerson person, Terms terms) {
        var audience = terms.voucher().audience();
        var known = known(person, terms);
        if (known.isPresent())
            return known.flatMap(accounts::find)
                    .filter(Account::valid)
                    .map(Account::id)
                    .filter(id -> isRuled(id, person, terms));
        // What is no address to which mail goes is nobody's here, however much it reads like one.
        var address = Recipient.of("", person.email());
        if (address.isEmpty()) return Optional.empty();
        var ours = subjects.unknownAt(address.get(), person, audience);
        var account = ours.or(() -> made(person, address.get(), terms));
        account.ifPresent(id -> link(person, terms.voucher(), id, ours.isEmpty()));
        return account.filter(id -> isRuled(id, person, terms));
    }

    /**
     * Each time anew by the tax code that stands in the register: no address counts, nobody is entered by it, and whose code is
     * corrected is no longer found by the one before.
     */
    private Outcome<AccountId> taxed(String said, VouchedPerson person, Voucher voucher) {
        return TaxCode.vouched(said).then(code -> {
            var user = subjects.taxed(code);
            if (user.isEmpty()) return Outcome.refused("tax_code.unknown");
            var had = accounts.of(user.get());
            var account = had.or(() -> opened(user.get())).orElseThrow();
            var word = person.called("customer_user:" + user.get().value());
            if (subjects.account(word.issuer(), word.subject(), voucher.audience())
                    .isEmpty()) link(word, voucher, account, had.isEmpty());
            return Outcome.done(account);
        });
    }

    /** Whose account it is hears of it, lest somebody else enter by it unnoticed. */
    private void link(VouchedPerson person, Voucher voucher, AccountId id, boolean made) {
        subjects.link(person, voucher.audience(), id, made);
        var account = accounts.find(id).orElseThrow();
        var linked = new Linked(account.login(), voucher.name(), person.subject());
        book.write(Topic.OIDC, id, account.name(), null, linked);
        letters.linked(account, voucher.name());
    }

    /** Whether the agent holds the roles now that the provider gives. Others stay as administrators have set them. */
    private boolean isRuled(AccountId id, VouchedPerson person, Terms terms) {
        if (terms.ruled().isEmpty()) return true;
        var kept = accounts.agent(id).flatMap(agents::find);
        if (kept.isEmpty()) return false;
        var roles = new HashSet<>(kept.get().roles());
        roles.removeAll(terms.ruled());
        roles.addAll(terms.given());
        if (roles.equals(kept.get().roles())) return true;
        var agent = kept.get().agent();
        var corrected = kept.get().details().with(roles);
        return switch (agents.correct(agent.id(), kept.get().version(), corrected, Authority.HOUSE)) {
            case Outcome.Done<AgentId> done -> true;
            case Outcome.Refused<AgentId>(var why) -> denied(person, why).isPresent();
        };
    }

    private Optional<AccountId> made(VouchedPerson person, Recipient address, Terms terms) {
        return switch (terms.voucher().audience()) {
            case DESK -> terms.first().isEmpty() ? Optional.empty() : agent(person, terms.first());
            case PORTAL ->
                subjects.withoutAccount(address, person)
                        .or(() -> Optional.ofNullable(terms.customer())
                                .flatMap(customer -> customerUser(person, customer)))
                        .flatMap(this::opened);
        };
    }

    private Optional<AccountId> opened(CustomerUserId id) {
        opening.open(id, Secret.fresh().text());
        return accounts.of(id);
    }

    private Optional<CustomerUserId> customerUser(VouchedPerson person, CustomerId customer) {
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

    private Optional<AccountId> agent(VouchedPerson person, Set<RoleId> roles) {
        var details = new AgentDetails(
                person.login().isEmpty() ? person.email() : person.login(),
                person.firstName(),
                person.lastName(),
                person.email(),
                company.house().language(),
                false,
                false,
                true,
                Map.of(),
                roles);
        return switch (agents.add(details, Authority.HOUSE)) {
            case Outcome.Done<AgentId>(var id) -> {
                opening.open(id, Secret.fresh().text());
                yield accounts.of(id);
            }
            case Outcome.Refused<AgentId>(var why) -> denied(person, why);
        };
    }

    private static <T> Optional<T> denied(VouchedPerson person, Refusal why) {
        log.info("{} of the provider does not enter: {}", person.email(), why.key());
        return Optional.empty();
    }
}
