package sportello.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.settings.SmtpServer;

/**
 * A way by which letters leave.
 *
 * @param restsUntil before which it is not to be tried, for it did not work; in the past when somebody may see whether it
 *     works again, null while it does
 */
public record Account(
        AccountId id, SmtpServer server, @Nullable Instant restsUntil) {

    static Account unkept(SmtpServer server) {
        return new Account(AccountId.NONE, server, null);
    }

    boolean isKept() {
        return !id.equals(AccountId.NONE);
    }
}
