package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.identity.AccessRules;

/** The rules of the log-in as somebody typed them. */
public record AccessForm(
        @Nullable Integer version,
        @Nullable Boolean administrators,
        @Nullable Boolean customerUsers,
        @Nullable String quiet,
        @Nullable String longest,
        @Nullable String header,
        @Nullable String proxies,
        @Nullable String logMonths) {
    private static final int NONE = -1;

    static AccessForm of(AccessRules rules, int version) {
        return new AccessForm(
                version,
                rules.administratorsFactor(),
                rules.customerUsersFactor(),
                Integer.toString(rules.quietMinutes()),
                Integer.toString(rules.longestHours()),
                rules.proxyHeader(),
                rules.proxies(),
                Integer.toString(rules.logMonths()));
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    AccessRules rules() {
        return new AccessRules(
                Boolean.TRUE.equals(administrators),
                Boolean.TRUE.equals(customerUsers),
                number(quiet),
                number(longest),
                text(header),
                text(proxies),
                number(logMonths));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.strip().matches("[0-9]{1,6}") ? Integer.parseInt(typed.strip()) : NONE;
    }
}
