package sportello.mail;

import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;

/** Which server takes our mail: the one that the operator set, else the one that is kept, else one that came along. */
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

    /** The one that takes our mail now, if there is any. */
    public Optional<SmtpServer> chosen() {
        return set.or(this::kept).or(() -> Optional.ofNullable(builtIn.getIfAvailable()));
    }

    /** Whether the operator decided, so that what is kept counts for nothing. */
    public boolean areSet() {
        return set.isPresent();
    }

    /** Ready to be talked to. */
    SmtpServer withLogin(SmtpServer server) throws IOException {
        return server.byToken() ? server.with(relay.getObject().token()) : server;
    }

    /** It does not let us in. */
    void shutOut(SmtpServer server) {
        if (server.byToken()) relay.getObject().refused();
    }

    private Optional<SmtpServer> kept() {
        return Optional.ofNullable(relay.getIfAvailable()).flatMap(Relay::server);
    }
}
