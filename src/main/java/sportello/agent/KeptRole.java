package sportello.agent;

import java.util.Map;
import java.util.Set;

/**
 * A role as administrators see it.
 *
 * @param details what they say of it
 * @param agents how many valid agents have it
 * @param version which correction of it this is
 */
public record KeptRole(RoleId id, RoleDetails details, int agents, int version) {

    public String name() {
        return details.name();
    }

    public boolean valid() {
        return details.valid();
    }

    public Map<GroupId, Set<Permission>> grants() {
        return details.grants();
    }
}
