package sportello.web.admin;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sportello.agent.Group;
import sportello.agent.GroupId;
import sportello.agent.Permission;

/**
 * The keys of one holder, group by group, to be ticked.
 *
 * @param ticked each as group and key, {@code 7 rw}, as the form sends it
 */
public record KeyTable(List<Group> groups, List<String> ticked) {

    public List<Permission> keys() {
        return List.of(Permission.values());
    }

    /** Whether one of the further keys is held, which are folded away else. */
    public boolean isWide() {
        return grants(ticked).values().stream().flatMap(Set::stream).anyMatch(Permission::isFurther);
    }

    public boolean isTicked(Group group, Permission key) {
        return ticked.contains(cell(group.id(), key));
    }

    /** One key in one group, as the form sends it. */
    public static String cell(GroupId group, Permission key) {
        return group.value() + " " + key.key();
    }

    static List<String> cells(Map<GroupId, Set<Permission>> grants) {
        return grants.entrySet().stream()
                .flatMap(held -> held.getValue().stream().map(key -> cell(held.getKey(), key)))
                .toList();
    }

    /** What no page sends is nobody's key. */
    static Map<GroupId, Set<Permission>> grants(List<String> cells) {
        Map<GroupId, Set<Permission>> grants = new HashMap<>();
        for (var cell : cells) {
            if (!cell.matches("[0-9]{1,18} [a-z_]{2,11}")) continue;
            var group = new GroupId(Long.parseLong(cell.substring(0, cell.indexOf(' '))));
            var wanted = cell.substring(cell.indexOf(' ') + 1);
            for (var key : Permission.values())
                if (key.key().equals(wanted))
                    grants.computeIfAbsent(group, none -> EnumSet.noneOf(Permission.class))
                            .add(key);
        }
        return grants;
    }
}
