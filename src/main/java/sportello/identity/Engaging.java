package sportello.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentDetails;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.KeepingAgents;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.jobs.Jobs;

/**
 * Takes a new agent on and lets the agent in: with a password that an administrator has chosen, or else by a mail with the
 * link to choose one.
 */
@Component
public class Engaging {
    private final KeepingAgents keeping;
    private final AccountSql accounts;
    private final Passwords passwords;
    private final Jobs jobs;
    private final Clock clock;

    Engaging(KeepingAgents keeping, AccountSql accounts, Passwords passwords, Jobs jobs, Clock clock) {
        this.keeping = keeping;
        this.accounts = accounts;
        this.passwords = passwords;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param password empty for one that nobody knows, until the agent chooses one */
    @Transactional
    public Outcome<AgentId> engage(AgentDetails details, String password, Authority by) {
        return refuses(details, password)
                .<Outcome<AgentId>>map(Outcome.Refused::new)
                .orElseGet(() -> keeping.add(details, by).then(id -> open(id, password)));
    }

    /** Without a mail: the agent chooses a password as who has forgotten it. */
    @Transactional
    public Outcome<AgentId> engageSilently(AgentDetails details, Authority by) {
        return keeping.add(details, by).then(id -> {
            accounts.open(id, passwords.hash(Secret.fresh().text()), clock.instant());
            return Outcome.done(id);
        });
    }

    private static Optional<Refusal> refuses(AgentDetails details, String password) {
        var known = PasswordRule.wordsOf(details.login(), details.firstName(), details.lastName(), details.email());
        return password.isEmpty() ? Optional.empty() : PasswordRule.refuses(password, known);
    }

    private Outcome<AgentId> open(AgentId id, String password) {
        var secret = password.isEmpty() ? Secret.fresh().text() : password;
        accounts.open(id, passwords.hash(secret), clock.instant());
        if (password.isEmpty()) jobs.stage(ResetJob.of(accounts.of(id)));
        return Outcome.done(id);
    }
}
