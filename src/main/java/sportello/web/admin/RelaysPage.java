package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.relay.AccountHealth;
import sportello.relay.KeptAccount;
import sportello.settings.SmtpServer;

/**
 * The accounts by which our mail leaves.
 *
 * @param server the one that takes what no account takes, null if nothing is mailed
 * @param set whether the operator decided, so that what is kept counts for nothing
 * @param health of each account, in the same order
 */
public record RelaysPage(
        @Nullable SmtpServer server, boolean set, List<KeptAccount> accounts, List<AccountHealth> health) {

    /** For the messages. */
    public String source() {
        if (server == null) return "none";
        if (set) return "set";
        return accounts.isEmpty() ? "along" : "kept";
    }

    public boolean isFailing(KeptAccount account) {
        return health.stream().anyMatch(one -> one.id().equals(account.id()) && one.isAmiss());
    }
}
