package sportello.web.admin;

import java.util.List;
import sportello.privacy.Retention;
import sportello.privacy.RetentionRule;
import sportello.ticket.TicketNumber;

/**
 * How long words are kept, what would go tonight, and what went.
 *
 * @param first of those that would go tonight
 * @param nights the latest first
 */
public record RetentionPage(
        List<RetentionRule> rules,
        List<Retention.Tonight> tonight,
        List<TicketNumber> first,
        List<Retention.Night> nights) {
    /** Of the tickets that are listed. */
    static final int MOST = 25;

    public RetentionPage {
        rules = List.copyOf(rules);
        tonight = List.copyOf(tonight);
        first = List.copyOf(first);
        nights = List.copyOf(nights);
    }

    public Retention.Tonight of(RetentionRule rule) {
        return tonight.stream()
                .filter(one -> one.rule() == rule.id())
                .findFirst()
                .orElseGet(() -> new Retention.Tonight(rule.id(), 0, 0));
    }

    public int goes() {
        return tonight.stream().mapToInt(Retention.Tonight::goes).sum();
    }
}
