package sportello.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.RoleId;
import sportello.oidc.Audience;
import sportello.saml.SamlNames;
import sportello.saml.SamlProvider;

/**
 * The provider as somebody typed it.
 *
 * @param audience whom it brings
 * @param metadata what the provider says of itself; empty leaves what was typed
 * @param newRole of new agents, 0 if none are made
 * @param role the roles, each with the group in the same place
 * @param domains whose people are entered as customer users, one a line
 */
public record SamlForm(
        Audience audience,
        @Nullable Boolean active,
        String name,
        String metadata,
        String entityId,
        String address,
        String certificates,
        String login,
        String email,
        String firstName,
        String lastName,
        String groups,
        Long newRole,
        List<Long> role,
        List<String> group,
        String domains) {
    private static final long NONE = -1;

    public SamlForm(
            @Nullable Audience audience,
            @Nullable Boolean active,
            @Nullable String name,
            @Nullable String metadata,
            @Nullable String entityId,
            @Nullable String address,
            @Nullable String certificates,
            @Nullable String login,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String groups,
            @Nullable Long newRole,
            @Nullable List<Long> role,
            @Nullable List<String> group,
            @Nullable String domains) {
        this.audience = Objects.requireNonNullElse(audience, Audience.DESK);
        this.active = active;
        this.name = text(name);
        this.metadata = text(metadata);
        this.entityId = text(entityId);
        this.address = text(address);
        this.certificates = text(certificates);
        this.login = text(login);
        this.email = text(email);
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.groups = text(groups);
        this.newRole = Objects.requireNonNullElse(newRole, 0L);
        this.role = role == null
                ? List.of()
                : role.stream()
                        .map(one -> Objects.requireNonNullElse(one, NONE))
                        .toList();
        this.group = group == null ? List.of() : List.copyOf(group);
        this.domains = text(domains);
    }

    static SamlForm of(SamlProvider kept, Map<RoleId, String> groups) {
        var role = kept.newRole();
        var names = kept.names();
        var roles = List.copyOf(groups.keySet());
        return new SamlForm(
                kept.audience(),
                kept.active(),
                kept.name(),
                null,
                kept.entityId(),
                kept.address(),
                kept.certificates(),
                names.login(),
                names.email(),
                names.firstName(),
                names.lastName(),
                names.groups(),
                role == null ? 0L : role.value(),
                roles.stream().map(RoleId::value).toList(),
                roles.stream().map(id -> groups.getOrDefault(id, "")).toList(),
                String.join("\n", kept.domains()));
    }

    public boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    SamlProvider provider() {
        return new SamlProvider(
                audience,
                isActive(),
                name,
                entityId,
                address,
                certificates,
                new SamlNames(login, email, firstName, lastName, groups),
                newRole == 0 ? null : new RoleId(newRole),
                domains.lines().filter(line -> !line.isBlank()).toList());
    }

    Map<RoleId, String> groupsByRole() {
        Map<RoleId, String> groupsByRole = new HashMap<>();
        for (int i = 0; i < Math.min(role.size(), group.size()); i++)
            groupsByRole.put(new RoleId(role.get(i)), group.get(i));
        return groupsByRole;
    }

    /** For the page. */
    public String groupOf(RoleId id) {
        return groupsByRole().getOrDefault(id, "");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
