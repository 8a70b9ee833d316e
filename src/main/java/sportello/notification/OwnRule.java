package sportello.notification;

import java.util.Map;
import java.util.Set;
import sportello.base.Language;

/**
 * A rule of the house's own: when, for which tickets and texts, whom, how, and in which words.
 *
 * @param texts in one language at least; who reads another gets this one
 */
public record OwnRule(
        String name,
        Set<Occasion> occasions,
        TicketFilter tickets,
        ArticleFilter articles,
        Recipients recipients,
        Options options,
        Map<Language, Wording> texts) {

    public OwnRule {
        occasions = Set.copyOf(occasions);
        texts = Map.copyOf(texts);
    }

    /** What can stand in its texts, beside what fields of the house's own say. */
    public Set<String> places() {
        return recipients.reachOutside() ? Values.FOR_CUSTOMERS : Values.FOR_THE_DESK;
    }

    /** Whether it cannot be written, or not be decided, without what fields of the house's own say. */
    boolean asksForFields() {
        return !tickets.fields().isEmpty() || texts.values().stream().anyMatch(Wording::asksForFields);
    }

    boolean asksForCustomer() {
        return texts.values().stream().anyMatch(Wording::asksForCustomer);
    }
}
