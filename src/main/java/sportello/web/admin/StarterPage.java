package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Group;
import sportello.base.Refusal;

/** @param groups whose rights can hold in the new queues */
public record StarterPage(
        StarterForm form,
        List<Group> groups,
        @Nullable Guide guide,
        @Nullable Refusal refusal) {

    public boolean isChosen(Group group) {
        var chosen = form.group();
        return chosen != null && chosen == group.id().value();
    }
}
