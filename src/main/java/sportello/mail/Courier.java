package sportello.mail;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;
import sportello.storage.Files;
import sportello.storage.Hash;

/** Carries letters to the mail server. */
@Component
class Courier {
    private final Servers servers;
    private final String host;
    private final Function<Hash, InputStream> bytes;

    @Autowired
    Courier(Settings settings, Servers servers, Files files) {
        this(settings, servers, files::open);
    }

    Courier(Settings settings, Servers servers, Function<Hash, InputStream> bytes) {
        this.servers = servers;
        this.host = settings.baseUrl().getHost();
        this.bytes = bytes;
    }

    boolean hasServer() {
        return server().isPresent();
    }

    /** The one to which a letter would go now. */
    Optional<SmtpServer> server() {
        return servers.chosen();
    }

    /** A server that was taken away in this moment may be back in the next. */
    Reply deliver(StoredLetter letter, Company company) {
        return servers.chosen()
                .map(server -> new SmtpConversation(server, host, bytes).deliver(letter, company))
                .orElseGet(() -> new Reply.Deferred("no mail server"));
    }
}
