package sportello.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.RoleId;
import sportello.ldap.LdapAttributes;
import sportello.ldap.LdapServer;
import sportello.settings.Encryption;

/**
 * The directory as somebody typed it.
 *
 * @param secret the password; empty leaves the one that is kept
 * @param role the roles, each with the group in the same place
 * @param person whom to look up for a trial
 */
public record LdapForm(
        @Nullable Boolean active,
        String host,
        String port,
        Encryption encryption,
        String ownCa,
        String bindDn,
        String secret,
        String base,
        String filter,
        String login,
        String firstName,
        String lastName,
        String email,
        String groups,
        @Nullable Boolean nested,
        List<Long> role,
        List<String> group,
        String person) {
    private static final int NONE = -1;

    public LdapForm(
            @Nullable Boolean active,
            @Nullable String host,
            @Nullable String port,
            @Nullable Encryption encryption,
            @Nullable String ownCa,
            @Nullable String bindDn,
            @Nullable String secret,
            @Nullable String base,
            @Nullable String filter,
            @Nullable String login,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String groups,
            @Nullable Boolean nested,
            @Nullable List<Long> role,
            @Nullable List<String> group,
            @Nullable String person) {
        this.active = active;
        this.host = text(host);
        this.port = text(port);
        this.encryption = Objects.requireNonNullElse(encryption, Encryption.TLS);
        this.ownCa = text(ownCa);
        this.bindDn = text(bindDn);
        this.secret = text(secret);
        this.base = text(base);
        this.filter = text(filter);
        this.login = text(login);
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.email = text(email);
        this.groups = text(groups);
        this.nested = nested;
        this.role =
                role == null ? List.of() : role.stream().map(LdapForm::known).toList();
        this.group = group == null ? List.of() : List.copyOf(group);
        this.person = text(person);
    }

    static LdapForm of(LdapServer kept, Map<RoleId, String> groups) {
        var names = kept.attributes();
        var roles = List.copyOf(groups.keySet());
        return new LdapForm(
                kept.active(),
                kept.host(),
                Integer.toString(kept.port()),
                kept.encryption(),
                kept.ownCa(),
                kept.bindDn(),
                null,
                kept.base(),
                kept.filter(),
                names.login(),
                names.firstName(),
                names.lastName(),
                names.email(),
                names.groups(),
                kept.nested(),
                roles.stream().map(RoleId::value).toList(),
                roles.stream().map(id -> groups.getOrDefault(id, "")).toList(),
                null);
    }

    public boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    public boolean isNested() {
        return Boolean.TRUE.equals(nested);
    }

    LdapServer server() {
        var attributes = new LdapAttributes(login, firstName, lastName, email, groups);
        return new LdapServer(
                isActive(),
                host,
                number(port.strip()),
                encryption,
                ownCa,
                bindDn,
                base,
                filter,
                attributes,
                isNested());
    }

    @Nullable String typedSecret() {
        return secret.isEmpty() ? null : secret;
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

    /** Never with the password. */
    @Override
    public String toString() {
        return "LdapForm[" + host + "]";
    }

    /** An empty place stays a place, or each group behind it would go to another role. */
    private static long known(@Nullable Long role) {
        return role == null ? NONE : role;
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,5}") ? Integer.parseInt(typed) : NONE;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
