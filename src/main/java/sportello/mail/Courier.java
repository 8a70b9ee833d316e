package sportello.mail;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;

/** Carries letters to the mail server: the one that the operator named, or else one that came with the program. */
@Component
class Courier {
    private final Optional<SmtpServer> server;
    private final String host;

    Courier(Settings settings, ObjectProvider<SmtpServer> builtIn) {
        this.server = settings.smtp().server().or(() -> Optional.ofNullable(builtIn.getIfAvailable()));
        this.host = settings.baseUrl().getHost();
    }

    boolean hasServer() {
        return server.isPresent();
    }

    Reply deliver(StoredLetter letter, Company company) {
        return new SmtpConversation(server.orElseThrow(), host).deliver(letter, company);
    }
}
