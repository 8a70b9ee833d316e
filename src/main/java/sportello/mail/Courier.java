package sportello.mail;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;
import sportello.storage.Files;
import sportello.storage.Hash;

/** Carries letters to the mail server: the one that the operator named, or else one that came with the program. */
@Component
class Courier {
    private final Optional<SmtpServer> server;
    private final String host;
    private final Function<Hash, InputStream> bytes;

    @Autowired
    Courier(Settings settings, ObjectProvider<SmtpServer> builtIn, Files files) {
        this(settings, builtIn, files::open);
    }

    Courier(Settings settings, ObjectProvider<SmtpServer> builtIn, Function<Hash, InputStream> bytes) {
        this.server = settings.smtp().server().or(() -> Optional.ofNullable(builtIn.getIfAvailable()));
        this.host = settings.baseUrl().getHost();
        this.bytes = bytes;
    }

    boolean hasServer() {
        return server.isPresent();
    }

    Reply deliver(StoredLetter letter, Company company) {
        return new SmtpConversation(server.orElseThrow(), host, bytes).deliver(letter, company);
    }
}
