package sportello.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys, group by group, as queries bring them: each as group and key, {@code 7 rw}. */
final class HeldKeys {
    private HeldKeys() {}

    static Map<GroupId, Set<Permission>> read(ResultSet row, String column) throws SQLException {
        Map<GroupId, Set<Permission>> grants = new HashMap<>();
        for (var held : (String[]) row.getArray(column).getArray()) {
            var end = held.indexOf(' ');
            grants.computeIfAbsent(new GroupId(Long.parseLong(held.substring(0, end))), group -> new HashSet<>())
                    .add(Permission.of(held.substring(end + 1)));
        }
        return grants;
    }

    /** Only the groups in which there is some key. */
    static Map<GroupId, Set<Permission>> withoutEmpty(Map<GroupId, Set<Permission>> grants) {
        return grants.entrySet().stream()
                .filter(held -> !held.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, held -> Set.copyOf(held.getValue())));
    }

    /** The same by the names of the groups. */
    static Map<String, Set<Permission>> named(Map<GroupId, Set<Permission>> grants, Map<GroupId, String> names) {
        return grants.entrySet().stream()
                .collect(Collectors.toMap(held -> names.get(held.getKey()), Map.Entry::getValue));
    }
}
