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
 * @param spidLevel how surely SPID must know people, 1 to 3; 0 where the provider is asked as any other
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
        int spidLevel,
        @Nullable RoleId newRole,
        List<String> domains) {

    /** Of each text, in characters. */
    public static final int LONGEST = 300;

    public SamlProvider {
        domains = List.copyOf(domains);
    }

    /** One that nobody has described yet. */
    public static SamlProvider blank(Audience audience) {
        return new SamlProvider(audience, false, "", "", "", "", SamlNames.USUAL, 0, null, List.of());
    }

    /** As people meet it. */
    public Voucher voucher() {
        return new Voucher(audience, name, issuer(), "/login/saml");
    }

    /**
     * As accounts remember it: a provider that speaks both ways may call itself the same in both, and who is recognised by one
     * thing is not by the other.
     */
    String issuer() {
        return "saml:" + entityId + (names.taxCode().isEmpty() ? "" : OidcProvider.BY_TAX_CODE);
    }

    /** The same as its own description has it. */
    SamlProvider described(SamlDescription said) {
        return new SamlProvider(
                audience,
                active,
                name,
                said.entityId(),
                said.address(),
                said.certificates(),
                names,
                spidLevel,
                newRole,
                domains);
    }

    /** The same, tidied, if it can be. */
    Outcome<SamlProvider> checked() {
        if (CleanText.isBlank(name) || name.length() > LONGEST) return Outcome.refused("saml.name");
        if (!names.areShort() || !OidcProvider.isWord(names.taxCode().strip())) return Outcome.refused("saml.names");
        if (spidLevel < 0 || spidLevel > Spid.HIGHEST) return Outcome.refused("saml.spid");
        var entity = entityId.strip();
        if (!entity.matches(active ? "[!-~]{1,300}" : "[!-~]{0,300}")) return Outcome.refused("saml.entity");
        var door = address.strip();
        if (active || !door.isEmpty())
            if (door.length() > LONGEST || !OidcProvider.isPrivate(door)) return Outcome.refused("saml.address");
        return Certificates.tidy(certificates).then(tidy -> {
            if (active && tidy.isEmpty()) return Outcome.refused("saml.certificates");
            var level = audience == Audience.PORTAL ? spidLevel : 0;
            var called = called(level);
            if (!called.taxCode().isEmpty() && !domains.isEmpty()) return Outcome.refused("oidc.tax_code.domains");
            return Outcome.done(new SamlProvider(
                    audience,
                    active,
                    CleanText.line(name),
                    entity,
                    door,
                    tidy,
                    called,
                    level,
                    audience == Audience.DESK ? newRole : null,
                    audience == Audience.PORTAL ? domains : List.of()));
        });
    }

    /** Of agents no tax code is known, and SPID tells nobody apart by anything else. */
    private SamlNames called(int level) {
        var tidy = names.tidy();
        if (audience == Audience.DESK) return tidy.taxed("");
        return level > 0 && tidy.taxCode().isEmpty() ? tidy.taxed(Spid.TAX_CODE) : tidy;
    }
}
