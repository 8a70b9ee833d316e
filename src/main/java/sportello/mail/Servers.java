package sportello.mail;

import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;

/** Which server takes a letter: the one that the operator set, else one that is kept, else one that came along. */
@Component
public class Servers {
    private final Optional<SmtpServer> set;
    private final ObjectProvider<Relay> relay;
    private final ObjectProvider<SmtpServer> builtIn;

    Servers(Settings settings, ObjectProvider<Relay> relay, ObjectProvider<SmtpServer> builtIn) {
        this.set = settings.smtp().server();
        this.relay = relay;
        this.builtIn = builtIn;
    }

    /** The one that takes our mail now where no account is for its sender, if there is any. */
    public Optional<SmtpServer> chosen() {
        return account("").map(Account::server);
    }

    /** By which the mail of the sender leaves now, if by any. */
    Optional<Account> account(String sender) {
        return set.map(Account::unkept)
                .or(() -> kept().flatMap(relay -> relay.account(sender)))
                .or(() -> Optional.ofNullable(builtIn.getIfAvailable()).map(Account::unkept));
    }

    /** Whether the operator decided, so that what is kept counts for nothing. */
    public boolean areSet() {
        return set.isPresent();
    }

    /** Ready to be talked to. */
    SmtpServer withLogin(Account account) throws IOException {
        var server = account.server();
        return server.byToken() ? server.with(relay.getObject().token(account.id())) : server;
    }

    /** It does not let us in. */
    void shutOut(Account account) {
        if (account.server().byToken()) relay.getObject().refused(account.id());
    }

    Optional<Relay> kept() {
        return Optional.ofNullable(relay.getIfAvailable());
    }
}
