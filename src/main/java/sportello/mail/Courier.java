package sportello.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;
import sportello.storage.Files;
import sportello.storage.Hash;

/** Carries letters to the mail server. */
@Component
class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

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
        return account("").isPresent();
    }

    /**
     * By which a letter would go now.
     *
     * @param sender an address
     */
    Optional<Account> account(String sender) {
        return servers.account(sender);
    }

    /** Whether the caller is to see if an account that rested works again. */
    boolean isToBeTried(Account account) {
        return servers.kept().filter(relay -> relay.isToBeTried(account.id())).isPresent();
    }

    /** What rests may work again. */
    void hope() {
        servers.kept().ifPresent(Relay::hope);
    }

    /** @param sealer by what it is signed and encrypted, null for neither */
    Reply deliver(StoredLetter letter, @Nullable Sealer sealer, Company company, Account account) {
        var reply = handOver(letter, sealer, company, account);
        if (account.isKept()) note(account, reply);
        else
            switch (reply) {
                case Reply.Accepted _ -> shutOut = null;
                case Reply.ShutOut(var answer) -> shutOut = answer;
                case Reply.Away _, Reply.Deferred _, Reply.Unheard _, Reply.Refused _ -> {}
            }
        return reply;
    }

    /** How the account is may go unnoted; what became of the letter may not. */
    private void note(Account account, Reply reply) {
        var relay = servers.kept().orElseThrow();
        try {
            switch (reply) {
                case Reply.Accepted _, Reply.Deferred _, Reply.Unheard _, Reply.Refused _ -> relay.worked(account.id());
                case Reply.Away(var problem) -> relay.failed(account.id(), problem);
                case Reply.ShutOut(var problem) -> relay.failed(account.id(), problem);
            }
        } catch (RuntimeException unnoted) {
            log.warn("Nobody can note how the mail account {} is", account.id().value(), unnoted);
        }
    }

    private Reply handOver(StoredLetter letter, @Nullable Sealer sealer, Company company, Account account) {
        try {
            var server = servers.withLogin(account);
            var reply = new SmtpConversation(server, host, bytes).deliver(letter, company, sealer);
            if (reply instanceof Reply.ShutOut) servers.shutOut(account);
            return reply;
        } catch (IOException noToken) {
            return new Reply.ShutOut(SmtpReplies.clean(noToken.getMessage()));
        }
    }

    /** Why a server that nobody keeps did not let this program in when it last tried; empty if it did, or nobody knows. */
    Optional<String> shutOut() {
        return Optional.ofNullable(shutOut)
                .filter(words ->
                        account("").filter(account -> !account.isKept()).isPresent());
    }
}
