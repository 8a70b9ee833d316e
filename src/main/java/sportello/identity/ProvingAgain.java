package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.Outcome;
import sportello.ldap.LdapAnswer;
import sportello.ldap.LdapLogin;
import sportello.oidc.Audience;
import sportello.oidc.Voucher;

/**
 * Asks people who are in once more who they are, before something dangerous: whoever finds a browser open must not take
 * the house over.
 */
@Component
public class ProvingAgain {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final String CODE = "\\s*(\\d\\s*){6}";

    private final SessionSql sessions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Factors factors;
    private final Throttle throttle;
    private final Clock clock;
    private final LdapLogin ldap;
    private final Passkeys passkeys;
    private final SubjectSql subjects;
    private final Vouchers vouchers;
    private final ApplicationEventPublisher events;

    ProvingAgain(
            SessionSql sessions,
            Accounts accounts,
            Passwords passwords,
            Factors factors,
            Throttle throttle,
            Clock clock,
            LdapLogin ldap,
            Passkeys passkeys,
            SubjectSql subjects,
            Vouchers vouchers,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.throttle = throttle;
        this.clock = clock;
        this.ldap = ldap;
        this.passkeys = passkeys;
        this.subjects = subjects;
        this.vouchers = vouchers;
        this.events = events;
    }

    /** Whether password or code were given through this session a short while ago. */
    public boolean isRecent(Secret session) {
        return sessions.isProvenSince(session.hash(), clock.instant().minus(GOOD_FOR));
    }

    /** What a browser is to show a passkey for; empty for somebody who has none. */
    public Optional<String> question(Viewer viewer) {
        var account = accounts.idOf(viewer);
        return passkeys.of(account).isEmpty() ? Optional.empty() : Optional.of(passkeys.showing());
    }

    /** The provider that can ask the person anew; empty for somebody who enters by none. */
    public Optional<Voucher> provider(Viewer viewer) {
        var issuers = subjects.issuers(accounts.idOf(viewer));
        return issuers.isEmpty()
                ? Optional.empty()
                : vouchers.offered().stream()
                        .filter(provider -> issuers.contains(provider.issuer()))
                        .filter(provider -> provider.audience() == audience(viewer))
                        .findFirst();
    }

    private static Audience audience(Viewer viewer) {
        return viewer instanceof Viewer.AgentViewer ? Audience.DESK : Audience.PORTAL;
    }

    /** @param answer the passkey, as the browser showed it */
    public Outcome<Secret> proveByPasskey(Viewer viewer, Secret session, String answer) {
        var account = accounts.of(viewer);
        var attempt = Limit.PROOF_CODE_BY_SESSION.by(session);
        var pause = throttle.take(attempt);
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        if (answer.isBlank()) return Outcome.refused("passkey.unable");
        var own = passkeys.shown(answer).filter(shown -> shown.id().equals(account.id()));
        if (own.isEmpty()) return denied(account, "passkey.denied");
        return proven(account, session, attempt);
    }

    /** @param typed the password, or a code of the second factor */
    public Outcome<Secret> prove(Viewer viewer, Secret session, String typed) {
        var account = accounts.of(viewer);
        var isCode = typed.matches(CODE);
        var attempt = (isCode ? Limit.PROOF_CODE_BY_SESSION : Limit.PROOF_BY_SESSION).by(session);
        var pause = throttle.take(attempt);
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        var fits = isCode ? factors.take(account.id(), typed) : fits(viewer, account, typed);
        if (!fits) return denied(account, "proof.wrong");
        return proven(account, session, attempt);
    }

    private Outcome<Secret> proven(Account account, Secret session, Attempt attempt) {
        throttle.forget(attempt);
        sessions.prove(session.hash(), clock.instant());
        events.publishEvent(Accessed.by(AccessKind.PROVEN, account.id().value(), ""));
        return Outcome.done(session);
    }

    private Outcome<Secret> denied(Account account, String why) {
        events.publishEvent(Accessed.by(AccessKind.UNPROVEN, account.id().value(), ""));
        return Outcome.refused(why);
    }

    /** The directory knows people of the same log-in name who are somebody else here. */
    private boolean fits(Viewer viewer, Account account, String typed) {
        if (passwords.fit(typed, Optional.of(account))) return true;
        return viewer instanceof Viewer.AgentViewer agent
                && ldap.isLinked(agent.id())
                && ldap.check(account.login(), typed) instanceof LdapAnswer.Known;
    }
}
