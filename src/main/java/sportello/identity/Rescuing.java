package sportello.identity;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.AgentDetails;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.agent.KeepingAgents;
import sportello.audit.Accessed;
import sportello.audit.Book;
import sportello.audit.Masked;
import sportello.audit.Topic;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.settings.Settings;

/**
 * Lets somebody in whom no page can help any more: for whoever sits at the machine, which is more than any administrator.
 * What comes of it is a link to a new password, good once and for an hour; the old password opens nothing any more.
 */
@Component
public class Rescuing {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final KeepingAgents keeping;
    private final Agents agents;
    private final AccountSql sql;
    private final Accounts accounts;
    private final ResetSql resets;
    private final Passwords passwords;
    private final Factors factors;
    private final Throttle throttle;
    private final Book book;
    private final Settings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rescuing(
            KeepingAgents keeping,
            Agents agents,
            AccountSql sql,
            Accounts accounts,
            ResetSql resets,
            Passwords passwords,
            Factors factors,
            Throttle throttle,
            Book book,
            Settings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.keeping = keeping;
        this.agents = agents;
        this.sql = sql;
        this.accounts = accounts;
        this.resets = resets;
        this.passwords = passwords;
        this.factors = factors;
        this.throttle = throttle;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /** What the book tells of a password: that there is another. */
    private record Written(@Masked String password) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /** What the book tells of a factor that was taken away. */
    private record LostFactor(String login, String factor) {}

    /** Ends every session of the agent as well, and whatever too many wrong passwords had closed is open again. */
    @Transactional
    public Outcome<URI> reset(String login) {
        var found = agents.byLogin(login.strip());
        if (found.isEmpty()) return Outcome.refused("rescue.unknown", login);
        var agent = found.get();
        if (!agent.valid()) return Outcome.refused("rescue.invalid", agent.login());
        book.write(Topic.AGENTS, agent.id().value(), agent.name(), new Written("old"), new Written("new"));
        return Outcome.done(link(agent, "link"));
    }

    /** Takes away the second factor of an agent who has lost it, which ends every session as well; whose it was. */
    @Transactional
    public Outcome<String> resetFactor(String login) {
        var account = agents.byLogin(login.strip())
                .flatMap(agent -> sql.of(agent.id()))
                .flatMap(sql::find);
        if (account.isEmpty()) return Outcome.refused("rescue.unknown", login);
        var factor = factors.of(account.get().id());
        if (factor.isEmpty() || !factors.remove(account.get())) return Outcome.refused("factor.none");
        var was = new LostFactor(account.get().login(), factor.get().words());
        book.write(Topic.FACTORS, account.get().id(), account.get().name(), was, null);
        rescued(account.get().id(), "factor");
        return Outcome.done(account.get().name());
    }

    /** A new administrator, who holds no key in any group but can take what is needed. */
    @Transactional
    public Outcome<URI> create(String login, String email, String firstName, String lastName) {
        var details = new AgentDetails(
                login, firstName, lastName, email, Language.ITALIAN, true, false, true, Map.of(), Set.of());
        return keeping.add(details, Authority.HOUSE)
                .then(id -> Outcome.done(link(agents.find(id).orElseThrow(), "made")));
    }

    private void rescued(AccountId account, String why) {
        events.publishEvent(Accessed.rescued(account.value(), why));
    }

    /** @param why a word of the log of access */
    private URI link(Agent agent, String why) {
        var account = sql.of(agent.id()).orElseGet(() -> opened(agent.id()));
        accounts.setPassword(account, nobodysHash());
        throttle.forget(Limit.LOGIN_BY_ACCOUNT.by(account));
        var token = Secret.fresh();
        var now = clock.instant();
        resets.insert(token.hash(), account, now, now.plus(GOOD_FOR));
        rescued(account, why);
        return URI.create(settings.baseUrl() + "/reset/" + token.text());
    }

    private AccountId opened(AgentId id) {
        sql.open(id, nobodysHash(), clock.instant());
        return sql.of(id).orElseThrow();
    }

    /** Of a password that nobody knows. */
    private String nobodysHash() {
        return passwords.hash(Secret.fresh().text());
    }
}
