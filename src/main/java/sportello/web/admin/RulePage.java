package sportello.web.admin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.notification.KeptRule;
import sportello.ticket.OfferedClasses;

/**
 * For which tickets a rule is.
 *
 * @param offered the types and services that there are
 */
public record RulePage(
        KeptRule rule,
        int leastPriority,
        Set<Long> types,
        Set<Long> services,
        OfferedClasses offered,
        @Nullable Refusal refusal) {

    public String action() {
        return Area.LETTERS.address() + "/rules/" + rule.id();
    }
}
