package sportello.web.admin;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.notification.KeptRule;

/**
 * The rules, occasion by occasion.
 *
 * @param own the names of the letters that are not as they were delivered
 */
public record LettersPage(
        List<KeptRule> rules, Set<String> own, @Nullable Refusal refusal) {

    /** Whether it is about another occasion than the one before. */
    public boolean begins(KeptRule rule) {
        var number = rules.indexOf(rule);
        return number == 0 || rules.get(number - 1).occasion() != rule.occasion();
    }
}
