package sportello.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server tells about a mail of ours, by RFC 3464 or in its own words.
 *
 * @param names of the mail; those under which somebody passed it on come first
 */
public record DeliveryReport(
        List<Fate> fates, List<String> names, @Nullable String originalSubject) {

    public DeliveryReport {
        fates = List.copyOf(fates);
        names = List.copyOf(names);
    }

    /**
     * What became of the mail for one address.
     *
     * @param alias the address to which it was written, where it went on to another from there; else empty
     * @param status as in RFC 3463, such as {@code 5.1.1}, or nothing
     * @param words what the server said
     */
    public record Fate(String address, String alias, Action action, String status, String words) {
        public Fate(String address, Action action, String status, String words) {
            this(address, "", action, status, words);
        }

        /** To which address we wrote, as far as the server knows. */
        public String addressee() {
            return alias.isEmpty() ? address : alias;
        }
    }

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
