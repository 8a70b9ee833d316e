package sportello.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private volatile @Nullable String shutOut;

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
                .map(server -> deliver(letter, company, server))
                .orElseGet(() -> new Reply.Deferred("no mail server"));
    }

    private Reply deliver(StoredLetter letter, Company company, SmtpServer server) {
        var reply = handOver(letter, company, server);
        switch (reply) {
            case Reply.Accepted _ -> shutOut = null;
            case Reply.ShutOut(var answer) -> shutOut = answer;
            case Reply.Deferred _, Reply.Refused _ -> {}
        }
        return reply;
    }

    private Reply handOver(StoredLetter letter, Company company, SmtpServer server) {
        try {
            var reply = new SmtpConversation(servers.withLogin(server), host, bytes).deliver(letter, company);
            if (reply instanceof Reply.ShutOut) servers.shutOut(server);
            return reply;
        } catch (IOException noToken) {
            return new Reply.ShutOut(SmtpReplies.clean(noToken.getMessage()));
        }
    }

    /** Why the server did not let this program in when it last tried; empty if it did, or nobody knows. */
    Optional<String> shutOut() {
        return Optional.ofNullable(shutOut).filter(words -> hasServer());
    }
}
