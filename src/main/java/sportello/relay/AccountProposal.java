package sportello.relay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.mail.Recipient;

/**
 * An account as somebody wants it.
 *
 * @param senders whose mail is to leave by it; addresses, several on a line too
 * @param standard whether it is to take what no other takes
 * @param valid whether it is to be in use
 */
public record AccountProposal(String name, KeptRelay relay, List<String> senders, boolean standard, boolean valid) {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    public static final AccountProposal BLANK = new AccountProposal("", KeptRelay.BLANK, List.of(), false, true);

    private static final int MOST_SENDERS = 100;

    public AccountProposal {
        senders = List.copyOf(senders);
    }

    AccountProposal with(KeptRelay sound) {
        return new AccountProposal(name, sound, senders, standard, valid);
    }

    /** The same as the standard. */
    AccountProposal standing() {
        return new AccountProposal(name, relay, senders, true, valid);
    }

    /** The same as it will be kept, but for the server. */
    Outcome<AccountProposal> checked() {
        var line = CleanText.line(name);
        if (CleanText.isBlank(line)) return Outcome.refused("relay.name");
        if (line.length() > LONGEST) return Outcome.refused("relay.long", LONGEST, line.length());
        var addresses = addresses();
        if (addresses.size() > MOST_SENDERS) return Outcome.refused("relay.many_senders", MOST_SENDERS);
        for (var address : addresses)
            if (Recipient.of("", address).isEmpty()) return Outcome.refused("relay.sender", address);
        if (standard && !valid) return Outcome.refused("relay.standard.valid");
        return Outcome.done(new AccountProposal(line, relay, addresses, standard, valid));
    }

    private List<String> addresses() {
        return senders.stream()
                .flatMap(line -> Arrays.stream(line.split("[\\s,;]+", -1)))
                .filter(Predicate.not(String::isBlank))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
