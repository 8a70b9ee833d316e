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
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.oidc.OidcPerson;

/**
 * Finds the account of somebody for whom a provider vouches: by the provider's own word for the person, or the first time
 * by an address that the provider has verified.
 */
@Component
class OidcEntry {
    private static final Logger log = LoggerFactory.getLogger(OidcEntry.class);

    private final SubjectSql subjects;
    private final AccountSql accounts;
    private final Accounts opening;
    private final KeepingAgents agents;

    OidcEntry(SubjectSql subjects, AccountSql accounts, Accounts opening, KeepingAgents agents) {
        this.subjects = subjects;
        this.accounts = accounts;
        this.opening = opening;
        this.agents = agents;
    }

    /** @param role of a new agent, if the house makes one of whoever comes from there */
    @Transactional
    Optional<AccountId> account(OidcPerson person, Optional<RoleId> role) {
        var known = subjects.account(person.issuer(), person.subject());
        if (known.isPresent())
            return known.flatMap(accounts::find).filter(Account::valid).map(Account::id);
        if (person.email().isEmpty()) return Optional.empty();
        var ours = subjects.unknownAt(person.email(), person.issuer()).stream().findFirst();
        var account = ours.or(() -> role.flatMap(given -> made(person, given)));
        account.ifPresent(id -> subjects.link(person.issuer(), person.subject(), id, ours.isEmpty()));
        return account;
    }

    private Optional<AccountId> made(OidcPerson person, RoleId role) {
        var details = new AgentDetails(
                person.email(),
                person.firstName(),
                person.lastName(),
                person.email(),
                Language.ITALIAN,
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
            case Outcome.Refused<AgentId>(var why) -> {
                log.info("{} of the provider does not enter: {}", person.email(), why.key());
                yield Optional.empty();
            }
        };
    }
}
