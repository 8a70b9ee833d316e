package sportello.mail;

import java.util.Optional;
import sportello.settings.SmtpServer;

/** The server that administrators keep for our mail. */
public interface Relay {
    Optional<SmtpServer> server();
}
