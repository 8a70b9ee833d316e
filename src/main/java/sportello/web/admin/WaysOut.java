package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.mail.OurCompany;
import sportello.mail.Recipient;
import sportello.mail.Servers;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptAccount;

/** By which account the mail of a queue leaves. */
@Component
class WaysOut {
    private final Queues queues;
    private final OurCompany company;
    private final KeepingRelay accounts;
    private final Servers servers;

    WaysOut(Queues queues, OurCompany company, KeepingRelay accounts, Servers servers) {
        this.queues = queues;
        this.company = company;
        this.accounts = accounts;
        this.servers = servers;
    }

    /**
     * @param address from which the queue writes
     * @param set whether the operator decided for a server, so that no account counts
     * @param account null where none takes its mail
     */
    public record WayOut(
            String address, boolean set, @Nullable String account) {

        /** For the messages. */
        public String key() {
            if (set) return "set";
            return account == null ? "none" : "account";
        }
    }

    WayOut of(QueueId queue) {
        var address = queues.sender(queue)
                .map(Recipient::address)
                .orElseGet(() -> company.get().email());
        var account = accounts.sending(address).map(KeptAccount::name).orElse(null);
        return new WayOut(address, servers.areSet(), account);
    }
}
