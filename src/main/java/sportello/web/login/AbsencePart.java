package sportello.web.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Absence;
import sportello.agent.Agent;
import sportello.base.Refusal;

/**
 * The part of an agent's account that says when the agent is away.
 *
 * @param planned the present absence, or the one to come
 * @param colleagues who can stand in
 */
public record AbsencePart(
        AbsenceForm form,
        @Nullable Absence planned,
        List<Agent> colleagues,
        @Nullable Refusal refusal) {

    public AbsencePart {
        colleagues = List.copyOf(colleagues);
    }
}
