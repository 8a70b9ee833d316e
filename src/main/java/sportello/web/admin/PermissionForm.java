package sportello.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.HeldKey;
import sportello.agent.Holder;
import sportello.agent.Permission;
import sportello.agent.RoleId;

/**
 * The keys of a group as somebody ticked them, each as holder and key: {@code a7 rw} for an agent, {@code r7 rw} for a
 * role.
 *
 * @param seen those that were held when the page was made, with commas between them
 */
public record PermissionForm(List<String> key, String seen) {

    public PermissionForm(@Nullable List<String> key, @Nullable String seen) {
        this.key = key == null ? List.of() : List.copyOf(key);
        this.seen = Objects.requireNonNullElse(seen, "");
    }

    Set<HeldKey> wanted() {
        return keys(key);
    }

    Set<HeldKey> shown() {
        return keys(Arrays.asList(seen.split(",")));
    }

    static String cells(Collection<HeldKey> keys) {
        return keys.stream().map(PermissionForm::cell).sorted().collect(joining(","));
    }

    static String cell(HeldKey held) {
        return switch (held.holder()) {
            case Holder.OfAgent(var id) -> "a" + id.value() + " " + held.key().key();
            case Holder.OfRole(var id) -> "r" + id.value() + " " + held.key().key();
        };
    }

    /** What no page sends is nobody's key. */
    private static Set<HeldKey> keys(List<String> cells) {
        var keys = new HashSet<HeldKey>();
        for (var cell : cells) {
            if (!cell.matches("[ar][0-9]{1,18} [a-z_]{2,11}")) continue;
            var end = cell.indexOf(' ');
            var id = Long.parseLong(cell.substring(1, end));
            var holder =
                    cell.charAt(0) == 'a' ? new Holder.OfAgent(new AgentId(id)) : new Holder.OfRole(new RoleId(id));
            for (var key : Permission.values())
                if (key.key().equals(cell.substring(end + 1))) keys.add(new HeldKey(holder, key));
        }
        return keys;
    }
}
