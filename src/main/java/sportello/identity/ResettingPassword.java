package sportello.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Refusal;
import sportello.jobs.Jobs;

/** Gives a new password to people who forgot theirs, by a link that is good once and for an hour. */
@Component
public class ResettingPassword {
    private final Accounts accounts;
    private final ResetSql resets;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Jobs jobs;
    private final Clock clock;

    ResettingPassword(
            Accounts accounts, ResetSql resets, Passwords passwords, Throttle throttle, Jobs jobs, Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.passwords = passwords;
        this.throttle = throttle;
        this.jobs = jobs;
        this.clock = clock;
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
        jobs.stage(ResetJob.of(accounts.called(name).map(Account::id)));
        return Optional.empty();
    }

    /** Whether a new password can still be set with this token. */
    public boolean isOpen(Secret token) {
        return resets.find(token.hash(), clock.instant()).isPresent();
    }

    /**
     * Sets the password, which ends every session of the person.
     *
     * @param tokensToo whether the person's tokens for programs end as well
     */
    public Reset set(Secret token, String password, boolean tokensToo) {
        var account = resets.find(token.hash(), clock.instant()).flatMap(accounts::find);
        if (account.isEmpty()) return new Reset.Dead();
        var refusal = PasswordRule.refuses(password, account.get().knownWords());
        if (refusal.isPresent()) return new Reset.Refused(refusal.get());
        return accounts.reset(token, account.get().id(), passwords.hash(password), tokensToo)
                ? new Reset.Done()
                : new Reset.Dead();
    }
}
