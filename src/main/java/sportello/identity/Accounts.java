package sportello.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.base.LoginName;
import sportello.customer.CustomerUserId;
import sportello.mail.Recipient;

/** The accounts by which people enter. */
@Component
public class Accounts {
    private final AccountSql sql;
    private final ResetSql resets;
    private final ApiTokenSql tokens;
    private final HalfEntrySql halves;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(
            AccountSql sql,
            ResetSql resets,
            ApiTokenSql tokens,
            HalfEntrySql halves,
            Sessions sessions,
            Passwords passwords,
            Clock clock) {
        this.sql = sql;
        this.resets = resets;
        this.tokens = tokens;
        this.halves = halves;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Lets the agent in from now on. */
    @Transactional
    public void open(AgentId agent, String password) {
        sql.open(agent, passwords.hash(password), clock.instant());
    }

    /** Lets the customer user in from now on. */
    @Transactional
    public void open(CustomerUserId customerUser, String password) {
        sql.open(customerUser, passwords.hash(password), clock.instant());
    }

    /** Lets all of them in with the same password, which is hashed only once: for a house that is there to be tried out. */
    @Transactional
    public void open(Collection<AgentId> agents, Collection<CustomerUserId> customerUsers, String password) {
        var hash = passwords.hash(password);
        for (var agent : agents) sql.open(agent, hash, clock.instant());
        for (var customerUser : customerUsers) sql.open(customerUser, hash, clock.instant());
    }

    /** Whether nobody can enter yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return sql.isEmpty();
    }

    /** Also ends every session, and every link to a new password. */
    @Transactional
    void setPassword(AccountId id, String passwordHash) {
        sql.setPassword(id, passwordHash, clock.instant());
        sessions.endAllOf(id);
        halves.deleteAllOf(id);
        resets.deleteOpenOf(id);
    }

    /** @param tokensToo whether no program works for the person any more, either */
    @Transactional
    void setPassword(AccountId id, String passwordHash, boolean tokensToo) {
        setPassword(id, passwordHash);
        if (tokensToo) tokens.deleteAllOf(id);
    }

    /** Does the same for whoever has an open token, which is then used up; false if somebody was faster. */
    @Transactional
    boolean reset(Secret token, AccountId id, String passwordHash, boolean tokensToo) {
        if (!resets.use(token.hash(), clock.instant())) return false;
        setPassword(id, passwordHash, tokensToo);
        return true;
    }

    /** Keeps the password that somebody has just given as expensively as passwords are kept now. */
    void strengthen(Account account, String password) {
        if (passwords.isCheap(account.passwordHash()))
            sql.rehash(account.id(), account.passwordHash(), passwords.hash(password));
    }

    /** The account of a log-in name or e-mail address, in whatever case it was typed. */
    Optional<Account> called(String name) {
        // PostgreSQL knows no NUL in a text.
        if (name.indexOf('\0') >= 0) return Optional.empty();
        var typed = name.strip();
        var plain = plain(typed);
        var found = sql.called(typed).or(() -> plain.equals(typed) ? Optional.empty() : sql.called(plain));
        return found.flatMap(sql::find);
    }

    /** As names are kept; those that were kept before that are found as they are typed. */
    private static String plain(String typed) {
        return Recipient.of("", typed).map(Recipient::address).orElseGet(() -> LoginName.plain(typed));
    }

    Optional<Account> find(AccountId id) {
        return sql.find(id).filter(Account::valid);
    }

    Account of(Viewer viewer) {
        return sql.find(idOf(viewer)).orElseThrow();
    }

    AccountId idOf(Viewer viewer) {
        return switch (viewer) {
            case Viewer.AgentViewer agent -> sql.of(agent.id()).orElseThrow();
            case Viewer.CustomerViewer customer -> sql.of(customer.id()).orElseThrow();
        };
    }
}
