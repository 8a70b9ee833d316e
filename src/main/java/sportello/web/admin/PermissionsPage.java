package sportello.web.admin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.Group;
import sportello.agent.HeldKey;
import sportello.agent.Holder;
import sportello.agent.KeptAgent;
import sportello.agent.KeptRole;
import sportello.agent.Permission;
import sportello.base.Refusal;

/**
 * All keys of one group: one line for each valid role and agent.
 *
 * @param group null if there is none at all
 * @param held the keys as they are
 * @param typed what was ticked and refused, null if nothing was
 */
public record PermissionsPage(
        List<Group> groups,
        @Nullable Group group,
        List<KeptRole> roles,
        List<KeptAgent> agents,
        Set<HeldKey> held,
        @Nullable Typed typed) {

    /** What somebody ticked, and why it was refused. */
    record Typed(PermissionForm form, Refusal why) {}

    /**
     * @param name as people call the holder
     * @param through what the holder has by roles besides, empty for a role
     */
    public record Line(Holder holder, String name, String through) {}

    public List<Line> roleLines() {
        return roles.stream()
                .map(role -> new Line(new Holder.OfRole(role.id()), role.name(), ""))
                .toList();
    }

    public List<Line> agentLines() {
        return agents.stream()
                .map(kept -> new Line(
                        new Holder.OfAgent(kept.agent().id()), kept.agent().name(), through(kept)))
                .toList();
    }

    /** As in {@code Supervisori: ro, note}. */
    private String through(KeptAgent kept) {
        if (group == null) return "";
        return roles.stream()
                .filter(role -> kept.roles().contains(role.id()))
                .filter(role -> role.grants().containsKey(group.id()))
                .map(role -> role.name() + ": "
                        + role.grants().get(group.id()).stream()
                                .sorted()
                                .map(Permission::key)
                                .collect(joining(", ")))
                .collect(joining(" · "));
    }

    public List<Permission> keys() {
        return List.of(Permission.values());
    }

    /** Whether one of the further keys is held, which are folded away else. */
    public boolean isWide() {
        return ticked().stream().map(HeldKey::key).anyMatch(Permission::isFurther);
    }

    public boolean isTicked(Line line, Permission key) {
        return ticked().contains(new HeldKey(line.holder(), key));
    }

    private Set<HeldKey> ticked() {
        return typed == null ? held : typed.form().wanted();
    }

    /** The keys that were held when the page was made first. */
    public String seen() {
        return typed == null ? PermissionForm.cells(held) : typed.form().seen();
    }

    public @Nullable Refusal refusal() {
        return typed == null ? null : typed.why();
    }

    public String cell(Line line, Permission key) {
        return PermissionForm.cell(new HeldKey(line.holder(), key));
    }

    public String action() {
        return group == null
                ? Area.PERMISSIONS.address()
                : Area.PERMISSIONS.address() + "/" + group.id().value();
    }
}
