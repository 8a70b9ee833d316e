package sportello.oidc;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.RoleId;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.settings.SmtpServer;

/**
 * A provider as administrators keep it.
 *
 * @param audience whom it brings
 * @param active whether the log-in page offers it
 * @param name as the button calls it
 * @param issuer its address, which it puts into every answer
 * @param taxCode the claim that says by which tax code customer users are recognised; empty where their address does
 * @param newRole the role of agents who are made at their first log-in, null if none are made
 * @param domains whose people are entered as customer users at their first log-in, a line each; none if nobody is
 */
public record OidcProvider(
        Audience audience,
        boolean active,
        String name,
        String issuer,
        String clientId,
        String taxCode,
        @Nullable RoleId newRole,
        List<String> domains) {

    /** Of each text, in characters. */
    public static final int LONGEST = 300;

    /** Behind the name of a provider that says who somebody is by the tax code. */
    public static final String BY_TAX_CODE = "#tax_code";

    public OidcProvider {
        domains = List.copyOf(domains);
    }

    /** One that nobody has described yet. */
    public static OidcProvider blank(Audience audience) {
        return new OidcProvider(audience, true, "", "", "", "", null, List.of());
    }

    /** As people meet it. */
    public Voucher voucher() {
        return new Voucher(audience, name, remembered(), "/login/oidc");
    }

    /** As accounts remember it: who is recognised by one thing is not by the other. */
    String remembered() {
        return taxCode.isEmpty() ? issuer : issuer + BY_TAX_CODE;
    }

    /** The same, tidied, if it can be. */
    Outcome<OidcProvider> checked() {
        var tidy = new OidcProvider(
                audience,
                active,
                CleanText.line(name),
                issuer.strip().replaceFirst("/+$", ""),
                clientId.strip(),
                audience == Audience.PORTAL ? taxCode.strip() : "",
                audience == Audience.DESK ? newRole : null,
                audience == Audience.PORTAL ? domains : List.of());
        if (CleanText.isBlank(tidy.name) || tidy.name.length() > LONGEST) return Outcome.refused("oidc.name");
        if (!isPrivate(tidy.issuer) || tidy.issuer.length() > LONGEST) return Outcome.refused("oidc.issuer");
        if (!isWord(tidy.taxCode)) return Outcome.refused("oidc.tax_code");
        if (!tidy.taxCode.isEmpty() && !tidy.domains.isEmpty()) return Outcome.refused("oidc.tax_code.domains");
        return tidy.clientId.matches("[!-~]{1,300}") ? Outcome.done(tidy) : Outcome.refused("oidc.client");
    }

    /** Whether the secret for one may go to the other. */
    boolean leadsWhere(OidcProvider other) {
        return issuer.equals(other.issuer) && clientId.equals(other.clientId);
    }

    /** Whether something can be called so. */
    public static boolean isWord(String name) {
        return name.matches("[!-~]{0,300}");
    }

    /** Nobody on the way may read or change what is said: https, or a provider on this very machine. */
    public static boolean isPrivate(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) return false;
            return "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && SmtpServer.isHere(uri.getHost());
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }
}
