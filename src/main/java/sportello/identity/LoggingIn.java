package sportello.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.Sha256;
import sportello.ldap.LdapAnswer;
import sportello.ldap.LdapLogin;
import sportello.settings.Secrets;

/** Lets people in who know their password, and leads on those who need more than that. */
@Component
public class LoggingIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Entering entering;
    private final Throttle throttle;
    private final LdapLogin ldap;
    private final DirectoryEntry directory;
    private final Devices devices;
    private final Secrets secrets;
    private final ApplicationEventPublisher events;

    LoggingIn(
            Accounts accounts,
            Passwords passwords,
            Entering entering,
            Throttle throttle,
            LdapLogin ldap,
            DirectoryEntry directory,
            Devices devices,
            Secrets secrets,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.entering = entering;
        this.throttle = throttle;
        this.ldap = ldap;
        this.directory = directory;
        this.devices = devices;
        this.secrets = secrets;
        this.events = events;
    }

    /**
     * Opens a session if name and password fit. The try is counted before the password is looked at, so that many at
     * once cannot outrun the count. Hashing takes long: no transaction is open meanwhile.
     *
     * @param name log-in name or e-mail address
     */
    public Entry logIn(String name, String password, Visitor visitor) {
        var account = accounts.called(name);
        var entry = logIn(name, account, password, visitor);
        switch (entry) {
            case Entry.Denied denied ->
                note(name, account, account.filter(Account::valid).isPresent() ? "password" : "invalid");
            case Entry.Refused told -> {}
            case Entry.Away away -> note(name, account, "away");
            case Entry.Later later -> note(name, account, "throttled");
            case Entry.Granted granted -> {}
            case Entry.ByCode owed -> {}
            case Entry.BySetUp owed -> {}
            case Entry.Paused told -> {}
        }
        return entry;
    }

    /** A name that nobody has is written down as a hash with a key: passwords get typed there, too. */
    private void note(String name, Optional<Account> account, String why) {
        events.publishEvent(
                account.map(known -> Accessed.by(AccessKind.DENIED, known.id().value(), why))
                        .orElseGet(() -> Accessed.byStranger(
                                secrets.mark(plain(name)), why.equals("invalid") ? "unknown" : why)));
    }

    private Entry logIn(String name, Optional<Account> account, String password, Visitor visitor) {
        var stranger = Limit.LOGIN_BY_ACCOUNT.by(subject(account, name));
        var tries = devices.tries(account.map(Account::id), stranger, Limit.LOGIN_BY_DEVICE, visitor);
        var pause = throttle.take(tries);
        if (pause.isPresent()) return new Entry.Later(pause.get());

        // First the password, whoever it is: time must not tell who exists.
        var fits = passwords.fit(password, account);
        var known = account.filter(Account::valid);
        if (!fits || known.isEmpty()) return byDirectory(name, password, tries[0], visitor);

        throttle.forget(tries[0]);
        accounts.strengthen(known.get(), password);
        return entering.enter(known.get().id(), visitor);
    }

    private Entry byDirectory(String name, String password, Attempt attempt, Visitor visitor) {
        return switch (ldap.check(name, password)) {
            case LdapAnswer.Unknown unknown -> new Entry.Denied();
            case LdapAnswer.Away away -> new Entry.Away();
            case LdapAnswer.Known(var person) ->
                directory
                        .account(person)
                        .map(account -> {
                            throttle.forget(attempt);
                            return entering.enter(account, visitor);
                        })
                        .orElseGet(Entry.Denied::new);
        };
    }

    /** A name that nobody has is limited like any other; as a hash, because passwords get typed there, too. */
    private static String subject(Optional<Account> account, String name) {
        return account.map(known -> known.id().toString()).orElseGet(() -> Sha256.hexOf(plain(name)));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
