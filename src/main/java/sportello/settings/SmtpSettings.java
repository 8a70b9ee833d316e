package sportello.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where mail leaves the house, and where other servers may bring it.
 *
 * @param url without it nothing is mailed
 * @param listen without it nothing is brought
 */
public record SmtpSettings(@Nullable String url, @Nullable String listen) {

    private static final String LISTEN = "SPORTELLO_SMTP_LISTEN";

    public SmtpSettings {
        url = Login.filled(url);
        listen = Login.filled(listen);
        if (url != null) SmtpServer.at(url);
        if (listen != null) listeningAt(LISTEN, listen);
    }

    /** The address and port at which mail may be brought, if the operator wants that. */
    public Optional<InetSocketAddress> listening() {
        return Optional.ofNullable(listen).map(text -> listeningAt(LISTEN, text));
    }

    static InetSocketAddress listeningAt(String setting, String text) {
        try {
            var colon = text.lastIndexOf(':');
            var address = InetAddress.ofLiteral(text.substring(0, Math.max(colon, 0)));
            return new InetSocketAddress(address, Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new SettingRefused(
                    setting, text + " is not an address with a port", "Write for example 127.0.0.1:2525.");
        }
    }

    /** The server that takes our mail, if the operator named one. */
    public Optional<SmtpServer> server() {
        return Optional.ofNullable(url).map(SmtpServer::at);
    }

    @Override
    public String toString() {
        return "SmtpSettings[server=" + server().orElse(null) + "]";
    }
}
