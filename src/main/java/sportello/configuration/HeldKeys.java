package sportello.configuration;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sportello.agent.Group;
import sportello.agent.GroupId;
import sportello.agent.Permission;

/** Keys by the names of groups, as documents tell of them. */
final class HeldKeys {
    private HeldKeys() {}

    /** In valid groups only: in others nobody can be given any. */
    static Map<String, List<Permission>> named(Map<GroupId, Set<Permission>> held, Collection<Group> valid) {
        var named = new TreeMap<String, List<Permission>>();
        for (var group : valid) {
            var keys = held.get(group.id());
            if (keys != null) named.put(group.name(), List.copyOf(keys));
        }
        return tidy(named);
    }

    /** Groups by name, keys in their order, none that is empty. */
    static Map<String, List<Permission>> tidy(Map<String, List<Permission>> held) {
        var tidy = new TreeMap<String, List<Permission>>();
        held.forEach((group, keys) -> {
            if (!group.isBlank() && !keys.isEmpty())
                tidy.put(group, keys.stream().sorted().distinct().toList());
        });
        return tidy;
    }

    static Map<GroupId, Set<Permission>> known(Map<String, List<Permission>> held, Names groups) {
        var known = new HashMap<GroupId, Set<Permission>>();
        held.forEach((group, keys) -> known.computeIfAbsent(
                        new GroupId(groups.known(group)), none -> EnumSet.noneOf(Permission.class))
                .addAll(keys.stream().collect(toCollection(() -> EnumSet.noneOf(Permission.class)))));
        return known;
    }
}
