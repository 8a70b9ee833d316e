package sportello.identity;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.Outcome;

/** Gives a new password to a person who knows the old one. */
@Component
public class ChangingPassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final SubjectSql subjects;
    private final ApplicationEventPublisher events;

    ChangingPassword(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            SubjectSql subjects,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.subjects = subjects;
        this.events = events;
    }

    /** Whether the person has a password of this house at all. */
    public boolean isPossible(Viewer viewer) {
        return !subjects.isForeign(accounts.idOf(viewer));
    }

    /**
     * Changes the password, which ends every session of the person; done with a new session for this browser.
     *
     * @param session through which the person is in, by which tries are counted
     * @param tokensToo whether the person's tokens for programs end as well
     */
    public Outcome<Secret> change(
            Viewer viewer, Secret session, String oldPassword, String newPassword, boolean tokensToo, Visitor visitor) {
        var account = accounts.of(viewer);
        var attempt = Limit.PROOF_BY_SESSION.by(session);
        var pause = throttle.take(attempt);
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        if (!passwords.fit(oldPassword, Optional.of(account))) return Outcome.refused("password.wrong");
        throttle.forget(attempt);

        var refusal = PasswordRule.refuses(newPassword, account.knownWords());
        if (refusal.isPresent()) return new Outcome.Refused<>(refusal.get());
        accounts.setPassword(account.id(), passwords.hash(newPassword), tokensToo);
        events.publishEvent(Accessed.by(AccessKind.PASSWORD_SET, account.id().value(), "changed"));
        return Outcome.done(sessions.open(account.id(), visitor));
    }
}
