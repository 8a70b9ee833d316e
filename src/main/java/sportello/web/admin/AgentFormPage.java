package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Group;
import sportello.agent.KeptAgent;
import sportello.agent.KeptRole;
import sportello.base.Refusal;
import sportello.identity.Factor;

/**
 * @param kept the agent who is corrected, null for a new one
 * @param factor the second factor, null for none
 * @param roles those that can be given
 */
public record AgentFormPage(
        @Nullable KeptAgent kept,
        @Nullable Factor factor,
        AgentForm form,
        List<Group> groups,
        List<KeptRole> roles,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.AGENTS.address()
                : Area.AGENTS.address() + "/" + kept.agent().id().value();
    }

    public KeyTable table() {
        return new KeyTable(groups, form.grant());
    }

    public boolean hasRole(KeptRole role) {
        return form.role().contains(role.id().value());
    }
}
