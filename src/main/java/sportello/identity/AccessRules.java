package sportello.identity;

import java.util.Locale;
import java.util.Set;
import sportello.base.Outcome;
import sportello.settings.Proxies;

/**
 * What the house asks of those who enter.
 *
 * @param administratorsFactor whether administrators need a second factor
 * @param customerUsersFactor whether customer users need one
 * @param quietMinutes of silence that end a session
 * @param longestHours of a session, however busy
 * @param proxyHeader in which a proxy says who it has logged in, empty for none
 * @param proxies from which that counts
 * @param logMonths for which it is kept who came in
 */
public record AccessRules(
        boolean administratorsFactor,
        boolean customerUsersFactor,
        int quietMinutes,
        int longestHours,
        String proxyHeader,
        String proxies,
        int logMonths) {
    /** Bounds of the minutes. */
    public static final int SHORTEST_QUIET = 5;

    /** A week. */
    public static final int LONGEST_QUIET = 10_080;

    /** Thirty days. */
    public static final int LONGEST_HOURS = 720;

    /** Of the header and of the proxies, in characters. */
    public static final int LONGEST_TEXT = 500;

    /** Of the log of access: what the Italian data protection authority asks of the log-ins of administrators. */
    public static final int SHORTEST_LOG = 6;

    /** Ten years. */
    public static final int LONGEST_LOG = 120;

    /** These come from browsers, whoever stands between. */
    private static final Set<String> OF_BROWSERS = Set.of(
            "accept",
            "accept-language",
            "authorization",
            "cookie",
            "forwarded",
            "from",
            "host",
            "origin",
            "referer",
            "user-agent",
            "x-forwarded-for");

    /** The same, if it can be. */
    Outcome<AccessRules> checked() {
        if (quietMinutes < SHORTEST_QUIET || quietMinutes > LONGEST_QUIET)
            return Outcome.refused("access.quiet", SHORTEST_QUIET, LONGEST_QUIET);
        if (longestHours < 1 || longestHours > LONGEST_HOURS) return Outcome.refused("access.longest", LONGEST_HOURS);
        if (logMonths < SHORTEST_LOG || logMonths > LONGEST_LOG)
            return Outcome.refused("access.log_months", SHORTEST_LOG, LONGEST_LOG);
        return checkedProxies();
    }

    private Outcome<AccessRules> checkedProxies() {
        var header = proxyHeader.strip();
        var named = proxies.strip();
        if (header.isEmpty() && named.isEmpty()) return Outcome.done(with("", ""));
        if (!header.matches("[A-Za-z][A-Za-z0-9-]{0,99}") || OF_BROWSERS.contains(header.toLowerCase(Locale.ROOT)))
            return Outcome.refused("access.header");
        return named.isEmpty() || named.length() > LONGEST_TEXT || !new Proxies(named).isReadable()
                ? Outcome.refused("access.proxies")
                : Outcome.done(with(header, named));
    }

    private AccessRules with(String header, String named) {
        return new AccessRules(
                administratorsFactor, customerUsersFactor, quietMinutes, longestHours, header, named, logMonths);
    }
}
