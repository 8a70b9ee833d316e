package sportello.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.Refusal;
import sportello.customer.CustomerUser;
import sportello.jobs.Jobs;

/**
 * Gives a new password to people who forgot theirs, by a link that is good once and for an hour; and to customer users who
 * have none yet a first one, which lets them into the portal.
 */
@Component
public class ResettingPassword {
    private final Accounts accounts;
    private final ResetSql resets;
    private final Newcomers newcomers;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Jobs jobs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ResettingPassword(
            Accounts accounts,
            ResetSql resets,
            Newcomers newcomers,
            Passwords passwords,
            Throttle throttle,
            Jobs jobs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.resets = resets;
        this.newcomers = newcomers;
        this.passwords = passwords;
        this.throttle = throttle;
        this.jobs = jobs;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Mails a link to whoever has this log-in name or address. For a name that nobody has a job is staged as well, which
     * finds nobody: so neither the answer nor its time tells who exists.
     *
     * @return why not, if too many have asked
     */
    public Optional<Refusal> ask(String name, Visitor visitor) {
        var pause = throttle.take(Limit.RESET_BY_NETWORK.by(visitor.network()), Limit.RESET_BY_ALL.by(Limit.ALL));
        if (pause.isPresent()) return pause.map(Entry::tooSoon);
        // Both are looked for whoever it is: time must not tell who exists.
        var account = accounts.called(name).filter(Account::valid).map(Account::id);
        var newcomer = newcomers.called(name);
        account.ifPresent(id -> events.publishEvent(Accessed.by(AccessKind.RESET_ASKED, id.value(), "")));
        jobs.stage(account.isEmpty() && newcomer.isPresent() ? ResetJob.of(newcomer.get()) : ResetJob.of(account));
        return Optional.empty();
    }

    /** Whether a password can still be set with this token. */
    public boolean isOpen(Secret token) {
        return resets.find(token.hash(), clock.instant()).isPresent()
                || newcomer(token).isPresent();
    }

    /** By which name somebody will enter who has had no password so far; empty for everybody else. */
    public Optional<String> newcomer(Secret token) {
        return newcomers.holder(token).map(CustomerUser::login);
    }

    /**
     * Sets the password, which ends every session of the person; the first one opens the account.
     *
     * @param tokensToo whether the person's tokens for programs end as well
     */
    public Reset set(Secret token, String password, boolean tokensToo) {
        var account = resets.find(token.hash(), clock.instant()).flatMap(accounts::find);
        if (account.isEmpty())
            return newcomers
                    .holder(token)
                    .map(user -> open(token, user, password))
                    .orElseGet(Reset.Dead::new);
        var refusal = PasswordRule.refuses(password, account.get().knownWords());
        if (refusal.isPresent()) return new Reset.Refused(refusal.get());
        if (!accounts.reset(token, account.get().id(), passwords.hash(password), tokensToo)) return new Reset.Dead();
        return done(account.get().id(), "link");
    }

    private Reset open(Secret token, CustomerUser user, String password) {
        var refusal = PasswordRule.refuses(password, Newcomers.knownWords(user));
        if (refusal.isPresent()) return new Reset.Refused(refusal.get());
        return newcomers
                .open(token, user.id(), passwords.hash(password))
                .map(account -> done(account, "first"))
                .orElseGet(Reset.Dead::new);
    }

    private Reset done(AccountId account, String how) {
        events.publishEvent(Accessed.by(AccessKind.PASSWORD_SET, account.value(), how));
        return new Reset.Done();
    }
}
