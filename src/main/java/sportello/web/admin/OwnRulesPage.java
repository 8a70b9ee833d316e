package sportello.web.admin;

import java.util.List;
import sportello.notification.KeptOwnRule;
import sportello.notification.Occasion;

/** The house's own rules in the order in which they are asked. */
public record OwnRulesPage(List<KeptOwnRule> rules) {

    public List<Occasion> occasions(KeptOwnRule kept) {
        return kept.rule().occasions().stream().sorted().toList();
    }
}
