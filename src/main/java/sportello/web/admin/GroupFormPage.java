package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.agent.KeptGroup;
import sportello.base.Refusal;

/**
 * @param kept the group that is renamed, null for a new one
 * @param name as it was typed
 * @param seen the version of the group that is renamed
 */
public record GroupFormPage(
        @Nullable KeptGroup kept,
        String name,
        int seen,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.GROUPS.address()
                : Area.GROUPS.address() + "/" + kept.group().id().value();
    }
}
