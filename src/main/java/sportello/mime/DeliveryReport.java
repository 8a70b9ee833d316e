package sportello.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail server tells about a mail of ours, by RFC 3464 or in its own words. */
public record DeliveryReport(
        List<Fate> fates,
        @Nullable String originalMessageId,
        @Nullable String originalSubject) {

    public DeliveryReport {
        fates = List.copyOf(fates);
    }

    /**
     * What became of the mail for one address.
     *
     * @param status as in RFC 3463, such as {@code 5.1.1}, or nothing
     * @param words what the server said
     */
    public record Fate(String address, Action action, String status, String words) {}

    /** Whether it arrived. */
    public enum Action {
        FAILED,
        DELAYED,
        DELIVERED
    }

    /** Whether it will not arrive with somebody. */
    public boolean failed() {
        return fates.stream().anyMatch(fate -> fate.action() == Action.FAILED);
    }
}
