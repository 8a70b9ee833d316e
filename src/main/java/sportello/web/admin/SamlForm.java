package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.agent.RoleId;
import sportello.oidc.Audience;
import sportello.saml.SamlNames;
import sportello.saml.SamlProvider;

/**
 * The provider as somebody typed it.
 *
 * @param audience whom it brings
 * @param metadata what the provider says of itself, typed or brought as a file; empty leaves what was typed
 * @param taxCode the attribute by which customer users are recognised; empty where their address does
 * @param spidLevel 0 where the provider is asked as any other
 * @param newRole of new agents, 0 if none are made
 * @param role the roles, each with the group in the same place
 * @param domains whose people are entered as customer users, one a line
 * @param file never kept: what it says is the metadata
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
        String taxCode,
        Integer spidLevel,
        Long newRole,
        List<Long> role,
        List<String> group,
        String domains,
        @Nullable MultipartFile file) {
    private static final long NONE = -1;

    /** In bytes: what is longer is no description of one provider, and is refused as what it is then. */
    private static final int LONGEST_FILE = 1 << 20;

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
            @Nullable String taxCode,
            @Nullable Integer spidLevel,
            @Nullable Long newRole,
            @Nullable List<Long> role,
            @Nullable List<String> group,
            @Nullable String domains,
            @Nullable MultipartFile file) {
        this.audience = Objects.requireNonNullElse(audience, Audience.DESK);
        this.active = active;
        this.name = text(name);
        this.metadata = Objects.requireNonNullElseGet(said(file), () -> text(metadata));
        this.file = null;
        this.entityId = text(entityId);
        this.address = text(address);
        this.certificates = text(certificates);
        this.login = text(login);
        this.email = text(email);
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.groups = text(groups);
        this.taxCode = text(taxCode);
        this.spidLevel = Objects.requireNonNullElse(spidLevel, 0);
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
                names.taxCode(),
                kept.spidLevel(),
                role == null ? 0L : role.value(),
                roles.stream().map(RoleId::value).toList(),
                roles.stream().map(id -> groups.getOrDefault(id, "")).toList(),
                String.join("\n", kept.domains()),
                null);
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
                new SamlNames(login, email, firstName, lastName, groups, taxCode),
                spidLevel,
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

    /** What the file says, if one was chosen; for none, browsers send one without a name. */
    static @Nullable String said(@Nullable MultipartFile file) {
        if (file == null
                || Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) return null;
        try (var in = file.getInputStream()) {
            return new String(in.readNBytes(LONGEST_FILE), UTF_8).replaceFirst("^\\uFEFF", "");
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
