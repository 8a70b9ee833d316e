package sportello.mail;

import java.io.IOException;
import java.util.Optional;
import sportello.settings.SmtpServer;

/** The server that administrators keep for our mail. */
public interface Relay {
    Optional<SmtpServer> server();

    /**
     * What a server that wants a token is shown today. Strangers may be asked: not within a transaction.
     *
     * @throws IOException if there is none now
     */
    String token() throws IOException;

    /** The server did not take the token. */
    void refused();
}
