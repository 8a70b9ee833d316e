package sportello.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where mail leaves the house; without a URL nothing is mailed. */
public record SmtpSettings(@Nullable String url) {

    public SmtpSettings {
        url = Login.filled(url);
        if (url != null) SmtpServer.at(url);
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
