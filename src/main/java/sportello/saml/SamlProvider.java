package sportello.saml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.RoleId;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.oidc.Audience;
import sportello.oidc.OidcProvider;
import sportello.oidc.Voucher;

/**
 * A provider as administrators keep it. One that is not in use yet may lack what only the provider can tell: it wants to know us
 * first.
 *
 * @param audience whom it brings
 * @param active whether the log-in page offers it
 * @param name as the button calls it
 * @param entityId what it calls itself, in every answer
 * @param address where browsers take our requests
 * @param certificates of the keys with which it signs, old and new ones, as PEM
 * @param newRole the role of agents who are made at their first log-in, null if none are made for that
 * @param domains whose people are entered as customer users at their first log-in, a line each; none if nobody is
 */
public record SamlProvider(
        Audience audience,
        boolean active,
        String name,
        String entityId,
        String address,
        String certificates,
        SamlNames names,
        @Nullable RoleId newRole,
        List<String> domains) {

    /** Of each text, in characters. */
    public static final int LONGEST = 300;

    public SamlProvider {
        domains = List.copyOf(domains);
    }

    /** One that nobody has described yet. */
    public static SamlProvider blank(Audience audience) {
        return new SamlProvider(audience, false, "", "", "", "", SamlNames.USUAL, null, List.of());
    }

    /** As people meet it. */
    public Voucher voucher() {
        return new Voucher(audience, name, issuer(), "/login/saml");
    }

    /** As accounts remember it: a provider that speaks both ways may call itself the same in both. */
    String issuer() {
        return "saml:" + entityId;
    }

    /** The same as its own description has it. */
    SamlProvider described(SamlDescription said) {
        return new SamlProvider(
                audience, active, name, said.entityId(), said.address(), said.certificates(), names, newRole, domains);
    }

    /** The same, tidied, if it can be. */
    Outcome<SamlProvider> checked() {
        if (CleanText.isBlank(name) || name.length() > LONGEST) return Outcome.refused("saml.name");
        if (!names.areShort()) return Outcome.refused("saml.names");
        var entity = entityId.strip();
        if (!entity.matches(active ? "[!-~]{1,300}" : "[!-~]{0,300}")) return Outcome.refused("saml.entity");
        var door = address.strip();
        if (active || !door.isEmpty())
            if (door.length() > LONGEST || !OidcProvider.isPrivate(door)) return Outcome.refused("saml.address");
        return Certificates.tidy(certificates).then(tidy -> {
            if (active && tidy.isEmpty()) return Outcome.refused("saml.certificates");
            return Outcome.done(new SamlProvider(
                    audience,
                    active,
                    CleanText.line(name),
                    entity,
                    door,
                    tidy,
                    names.tidy(),
                    audience == Audience.DESK ? newRole : null,
                    audience == Audience.PORTAL ? domains : List.of()));
        });
    }
}
