package sportello.settings;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail server of the house may hand mail over to its last station.
 *
 * @param listen without it nothing is handed over
 */
public record LmtpSettings(@Nullable String listen) {
    private static final String LISTEN = "SPORTELLO_LMTP_LISTEN";

    public LmtpSettings {
        listen = Login.filled(listen);
        if (listen != null) SmtpSettings.listeningAt(LISTEN, listen);
    }

    /** The address and port at which mail may be handed over, if the operator wants that. */
    public Optional<InetSocketAddress> listening() {
        return Optional.ofNullable(listen).map(text -> SmtpSettings.listeningAt(LISTEN, text));
    }
}
