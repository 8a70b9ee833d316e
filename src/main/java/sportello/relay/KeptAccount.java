package sportello.relay;

import java.util.List;
import sportello.mail.AccountId;

/**
 * An account by which our mail leaves, as it is kept.
 *
 * @param senders whose mail leaves by it, addresses in small letters
 * @param standard whether it takes what no other takes
 * @param valid whether it is in use
 */
public record KeptAccount(
        AccountId id, String name, KeptRelay relay, List<String> senders, boolean standard, boolean valid) {

    public KeptAccount {
        senders = List.copyOf(senders);
    }

    public AccountProposal proposal() {
        return new AccountProposal(name, relay, senders, standard, valid);
    }
}
