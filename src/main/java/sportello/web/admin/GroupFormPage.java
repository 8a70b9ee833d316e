package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptGroup;
import sportello.base.Refusal;

/**
 * @param kept the group that is corrected, null for a new one
 * @param queues the names of the valid queues in which its keys hold
 */
public record GroupFormPage(
        @Nullable KeptGroup kept,
        GroupForm form,
        List<String> queues,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.GROUPS.address()
                : Area.GROUPS.address() + "/" + kept.group().id().value();
    }

    /** Where the customers stand who see requests of a reserved group. */
    public String customers() {
        return kept == null ? "" : CustomerRightsPage.addressOf(kept);
    }
}
