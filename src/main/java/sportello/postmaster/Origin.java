package sportello.postmaster;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.Arrival;
import sportello.mailbox.Mailbox;

/**
 * By which way a mail comes.
 *
 * @param trusted whether headers that steer the desk are believed
 * @param gateways the servers whose word on senders counts
 * @param defaultQueue where its mails go that nothing sends elsewhere; null for the queue of their address
 * @param recipients those of our addresses that whoever brought it named beside it; none if it was fetched
 */
public record Origin(
        boolean trusted, List<String> gateways, @Nullable Long defaultQueue, List<String> recipients) {
    public Origin {
        gateways = List.copyOf(gateways);
        recipients = List.copyOf(recipients);
    }

    /** None in particular. */
    public static Origin any(boolean trusted) {
        return new Origin(trusted, List.of(), null, List.of());
    }

    public static Origin of(Arrival arrival) {
        return new Origin(arrival.trusted(), arrival.gateways(), arrival.defaultQueue(), arrival.recipients());
    }

    public static Origin of(Mailbox mailbox) {
        return new Origin(mailbox.trusted(), mailbox.gateways(), mailbox.defaultQueue(), List.of());
    }

    /**
     * To which addresses a mail came, the surest first. Where it was brought, nobody else is asked: what it names itself only
     * tells which of them comes first.
     *
     * @param named in the mail itself
     */
    List<String> deliveredTo(List<String> named) {
        if (recipients.isEmpty()) return named;
        return Stream.concat(named.stream().filter(this::isRecipient), recipients.stream())
                .distinct()
                .toList();
    }

    private boolean isRecipient(String address) {
        return recipients.stream().anyMatch(address::equalsIgnoreCase);
    }
}
