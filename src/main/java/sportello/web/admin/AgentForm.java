package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentDetails;
import sportello.agent.KeptAgent;
import sportello.agent.RoleId;
import sportello.base.Language;

/**
 * An agent as somebody typed it.
 *
 * @param version of the agent that is corrected
 * @param password for a new agent; never shown again
 * @param role the numbers of the roles that are ticked
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
        List<String> grant,
        List<Long> role) {
    static final AgentForm BLANK =
            new AgentForm(null, null, null, null, null, null, null, null, null, true, null, null);

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
            @Nullable List<String> grant,
            @Nullable List<Long> role) {
        this.version = version;
        this.login = text(login);
        this.firstName = text(firstName);
        this.lastName = text(lastName);
        this.email = text(email);
        this.language = Objects.requireNonNullElse(language, "");
        this.password = text(password);
        this.administrator = administrator;
        this.supplier = supplier;
        this.valid = valid;
        this.grant = grant == null ? List.of() : List.copyOf(grant);
        this.role = role == null
                ? List.of()
                : role.stream().filter(Objects::nonNull).toList();
    }

    static AgentForm of(KeptAgent kept) {
        var details = kept.details();
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
                KeyTable.cells(details.grants()),
                details.roles().stream().map(RoleId::value).toList());
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
                KeyTable.grants(grant),
                role.stream().map(RoleId::new).collect(Collectors.toSet()));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    @Override
    public String toString() {
        return "AgentForm[" + login + "]";
    }
}
