package sportello.agent;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one agent may do, group by group; direct grants and those of roles together.
 *
 * @param readsAccess whether some role lets the agent read the log of access
 */
public record Grants(Map<GroupId, Set<Permission>> byGroup, boolean readsAccess) {

    public static final Grants NONE = new Grants(Map.of());

    public Grants(Map<GroupId, Set<Permission>> byGroup) {
        this(byGroup, false);
    }

    public Grants {
        byGroup = Map.copyOf(byGroup);
    }

    /** Whether some key held in the group includes the wanted one. */
    public boolean allow(Permission wanted, GroupId group) {
        return byGroup.getOrDefault(group, EnumSet.noneOf(Permission.class)).stream()
                .anyMatch(held -> held.includes(wanted));
    }

    /** Whether the wanted key is held in some group. */
    public boolean allowAnywhere(Permission wanted) {
        return !groupsFor(wanted).isEmpty();
    }

    /** The groups in which the wanted key is held. */
    public List<GroupId> groupsFor(Permission wanted) {
        return byGroup.keySet().stream().filter(group -> allow(wanted, group)).toList();
    }
}
