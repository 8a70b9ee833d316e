package sportello.notification;

import java.util.Set;
import sportello.agent.AgentId;

/**
 * A rule of the house's own as administrators see it.
 *
 * @param version which correction of it this is
 * @param silent who of the desk chose not to be told by it, if it leaves that to them
 */
public record KeptOwnRule(long id, OwnRule rule, boolean valid, int version, Set<AgentId> silent) {

    public KeptOwnRule {
        silent = Set.copyOf(silent);
    }
}
