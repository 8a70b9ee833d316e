package sportello.configuration;

import static sportello.configuration.Reference.Kind.GROUP;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.Groups;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.agent.Permission;
import sportello.agent.RoleDetails;
import sportello.base.Outcome;

/** Roles with the keys that they give. */
@Component
class RolesSection implements Section<RolesSection.Entry> {
    private final KeepingRoles keeping;
    private final Groups groups;
    private final Register register;

    RolesSection(KeepingRoles keeping, Groups groups, Register register) {
        this.keeping = keeping;
        this.groups = groups;
        this.register = register;
    }

    record Entry(
            String name,
            String comment,
            boolean valid,
            boolean readsOnly,
            boolean readsAccess,
            boolean factorDemanded,
            Map<String, List<Permission>> grants) {
        Entry {
            grants = HeldKeys.tidy(grants);
        }
    }

    @Override
    public Part part() {
        return Part.ROLES;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", true, false, false, false, Map.of());
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        var valid = groups.valid();
        return keeping.all().stream()
                .map(KeptRole::details)
                .map(role -> new Entry(
                        role.name(),
                        role.comment(),
                        role.valid(),
                        role.readsOnly(),
                        role.readsAccess(),
                        role.factorDemanded(),
                        HeldKeys.named(role.grants(), valid)))
                .toList();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Reference.to(GROUP, entry.grants().keySet());
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var details = new RoleDetails(
                wanted.name(),
                wanted.comment(),
                wanted.valid(),
                wanted.readsOnly(),
                wanted.readsAccess(),
                wanted.factorDemanded(),
                HeldKeys.known(wanted.grants(), register.of(GROUP)));
        if (before == null) return keeping.add(details, by);
        var kept = Section.kept(keeping.all(), role -> role.name(), before.name());
        return keeping.correct(kept.id(), kept.version(), details, by);
    }
}
