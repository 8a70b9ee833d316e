package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Group;
import sportello.agent.KeptAgent;
import sportello.agent.Permission;
import sportello.base.Refusal;

/** @param kept the agent who is corrected, null for a new one */
public record AgentFormPage(
        @Nullable KeptAgent kept,
        AgentForm form,
        List<Group> groups,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null
                ? Area.AGENTS.address()
                : Area.AGENTS.address() + "/" + kept.agent().id().value();
    }

    public List<Permission> keys() {
        return List.of(Permission.values());
    }

    public boolean isTicked(Group group, Permission key) {
        return form.grant().contains(AgentForm.cell(group.id(), key));
    }
}
