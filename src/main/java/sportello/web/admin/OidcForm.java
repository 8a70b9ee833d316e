package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.RoleId;
import sportello.oidc.Audience;
import sportello.oidc.OidcProvider;

/**
 * The provider as somebody typed it.
 *
 * @param audience whom it brings
 * @param secret of the client; empty leaves the one that is kept
 * @param taxCode the claim by which customer users are recognised; empty where their address does
 * @param role of new agents, 0 if none are made
 * @param domains whose people are entered as customer users, one a line
 */
public record OidcForm(
        Audience audience,
        @Nullable Boolean active,
        String name,
        String issuer,
        String clientId,
        String secret,
        String taxCode,
        Long role,
        String domains) {

    public OidcForm(
            @Nullable Audience audience,
            @Nullable Boolean active,
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String clientId,
            @Nullable String secret,
            @Nullable String taxCode,
            @Nullable Long role,
            @Nullable String domains) {
        this.audience = Objects.requireNonNullElse(audience, Audience.DESK);
        this.active = active;
        this.name = Objects.requireNonNullElse(name, "");
        this.issuer = Objects.requireNonNullElse(issuer, "");
        this.clientId = Objects.requireNonNullElse(clientId, "");
        this.secret = Objects.requireNonNullElse(secret, "");
        this.taxCode = Objects.requireNonNullElse(taxCode, "");
        this.role = Objects.requireNonNullElse(role, 0L);
        this.domains = Objects.requireNonNullElse(domains, "");
    }

    static OidcForm of(OidcProvider kept) {
        var role = kept.newRole();
        return new OidcForm(
                kept.audience(),
                kept.active(),
                kept.name(),
                kept.issuer(),
                kept.clientId(),
                null,
                kept.taxCode(),
                role == null ? 0L : role.value(),
                String.join("\n", kept.domains()));
    }

    public boolean isActive() {
        return Boolean.TRUE.equals(active);
    }

    OidcProvider provider() {
        return new OidcProvider(
                audience,
                isActive(),
                name,
                issuer,
                clientId,
                taxCode,
                role == 0 ? null : new RoleId(role),
                domains.lines().filter(line -> !line.isBlank()).toList());
    }

    @Nullable String typedSecret() {
        return secret.isEmpty() ? null : secret;
    }

    /** Never with the secret. */
    @Override
    public String toString() {
        return "OidcForm[" + name + "]";
    }
}
