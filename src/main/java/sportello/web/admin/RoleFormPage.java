package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Group;
import sportello.agent.KeptRole;
import sportello.base.Refusal;

/**
 * @param kept the role that is corrected, null for a new one
 * @param holders the names of those who have it
 * @param limits the names of those that speak of it
 */
public record RoleFormPage(
        @Nullable KeptRole kept,
        RoleForm form,
        List<Group> groups,
        List<String> holders,
        List<String> limits,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.ROLES.address()
                : Area.ROLES.address() + "/" + kept.id().value();
    }

    public KeyTable table() {
        return new KeyTable(groups, form.grant());
    }
}
