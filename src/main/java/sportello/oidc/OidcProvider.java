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
 * @param newRole the role of agents who are made at their first log-in, null if none are made
 * @param domains whose people are entered as customer users at their first log-in, a line each; none if nobody is
 */
public record OidcProvider(
        Audience audience,
        boolean active,
        String name,
        String issuer,
        String clientId,
        @Nullable RoleId newRole,
        List<String> domains) {

    /** Of each text, in characters. */
    public static final int LONGEST = 300;

    public OidcProvider {
        domains = List.copyOf(domains);
    }

    /** One that nobody has described yet. */
    public static OidcProvider blank(Audience audience) {
        return new OidcProvider(audience, true, "", "", "", null, List.of());
    }

    /** As people meet it. */
    public Voucher voucher() {
        return new Voucher(audience, name, issuer, "/login/oidc");
    }

    /** The same, tidied, if it can be. */
    Outcome<OidcProvider> checked() {
        var tidy = new OidcProvider(
                audience,
                active,
                CleanText.line(name),
                issuer.strip().replaceFirst("/+$", ""),
                clientId.strip(),
                audience == Audience.DESK ? newRole : null,
                audience == Audience.PORTAL ? domains : List.of());
        if (CleanText.isBlank(tidy.name) || tidy.name.length() > LONGEST) return Outcome.refused("oidc.name");
        if (!isPrivate(tidy.issuer) || tidy.issuer.length() > LONGEST) return Outcome.refused("oidc.issuer");
        return tidy.clientId.matches("[!-~]{1,300}") ? Outcome.done(tidy) : Outcome.refused("oidc.client");
    }

    /** Whether the secret for one may go to the other. */
    boolean leadsWhere(OidcProvider other) {
        return issuer.equals(other.issuer) && clientId.equals(other.clientId);
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
