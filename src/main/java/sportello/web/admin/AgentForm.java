package sportello.web.admin;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentDetails;
import sportello.agent.GroupId;
import sportello.agent.KeptAgent;
import sportello.agent.Permission;
import sportello.base.Language;

/**
 * An agent as somebody typed it.
 *
 * @param version of the agent that is corrected
 * @param password for a new agent; never shown again
 * @param grant the keys that are ticked, each as group and key, {@code 7 rw}
 */
public record AgentForm(
        @Nullable Integer version,
        String login,
        String firstName,
        String lastName,
        String email,
        String language,
        String password,
        @Nullable Boolean administrator,
        @Nullable Boolean supplier,
        @Nullable Boolean valid,
        List<String> grant) {
    static final AgentForm BLANK = new AgentForm(null, null, null, null, null, null, null, null, null, true, null);

    public AgentForm(
            @Nullable Integer version,
            @Nullable String login,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String language,
            @Nullable String password,
            @Nullable Boolean administrator,
            @Nullable Boolean supplier,
            @Nullable Boolean valid,
            @Nullable List<String> grant) {
        this.version = version;
        this.login = text(login);
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.email = text(email);
        this.language = Objects.requireNonNullElse(language, Language.ITALIAN.code());
        this.password = text(password);
        this.administrator = administrator;
        this.supplier = supplier;
        this.valid = valid;
        this.grant = grant == null ? List.of() : List.copyOf(grant);
    }

    static AgentForm of(KeptAgent kept) {
        var details = kept.details();
        var ticked = details.grants().entrySet().stream()
                .flatMap(held -> held.getValue().stream().map(key -> cell(held.getKey(), key)))
                .toList();
        return new AgentForm(
                kept.version(),
                details.login(),
                details.firstName(),
                details.lastName(),
                details.email(),
                details.language().code(),
                null,
                details.administrator(),
                details.supplier(),
                details.valid(),
                ticked);
    }

    /** One key in one group, as the form sends it. */
    public static String cell(GroupId group, Permission key) {
        return group.value() + " " + key.key();
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isAdministrator() {
        return Boolean.TRUE.equals(administrator);
    }

    public boolean isSupplier() {
        return Boolean.TRUE.equals(supplier);
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    AgentDetails details() {
        return new AgentDetails(
                login,
                firstName,
                lastName,
                email,
                Language.of(language),
                isAdministrator(),
                isSupplier(),
                isValid(),
                grants());
    }

    /** What no page sends is nobody's key. */
    private Map<GroupId, Set<Permission>> grants() {
        Map<GroupId, Set<Permission>> grants = new HashMap<>();
        for (var cell : grant) {
            if (!cell.matches("[0-9]{1,18} [a-z_]{2,9}")) continue;
            var group = new GroupId(Long.parseLong(cell.substring(0, cell.indexOf(' '))));
            var wanted = cell.substring(cell.indexOf(' ') + 1);
            for (var key : Permission.values())
                if (key.key().equals(wanted))
                    grants.computeIfAbsent(group, none -> EnumSet.noneOf(Permission.class))
                            .add(key);
        }
        return grants;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    @Override
    public String toString() {
        return "AgentForm[" + login + "]";
    }
}
