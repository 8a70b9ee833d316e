package sportello.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sportello.base.Language;

/**
 * A letter as administrators see it.
 *
 * @param texts what is sent
 * @param shipped what we deliver
 * @param uses the rules that send it
 * @param version which correction of it this is, 0 for as delivered
 */
public record KeptLetter(
        String name, Map<Language, Wording> texts, Map<Language, Wording> shipped, List<KeptRule> uses, int version) {

    public KeptLetter {
        texts = Map.copyOf(texts);
        shipped = Map.copyOf(shipped);
        uses = List.copyOf(uses);
    }

    /** Whether customers read it, and so may know less. */
    public boolean isForCustomers() {
        return uses.stream().anyMatch(rule -> rule.audience() == Audience.CUSTOMER_USER);
    }

    /** What can stand in it. */
    public Set<String> places() {
        return isForCustomers() ? Values.FOR_CUSTOMERS : Values.FOR_THE_DESK;
    }
}
