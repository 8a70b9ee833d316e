package sportello.web.admin;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.audit.AccessKind;
import sportello.audit.SoughtAccess;
import sportello.base.Query;

/**
 * What somebody looks for in the log of access; empty for all.
 *
 * @param since the first day
 * @param until the last day
 */
public record AccessLogForm(String person, String kind, String since, String until, String address) {
    public AccessLogForm(
            @Nullable String person,
            @Nullable String kind,
            @Nullable String since,
            @Nullable String until,
            @Nullable String address) {
        this.person = text(person);
        this.kind = text(kind);
        this.since = text(since);
        this.until = text(until);
        this.address = text(address);
    }

    /** What cannot be understood is not looked for. */
    SoughtAccess sought(ZoneId zone) {
        var days = new Days(since, until);
        return new SoughtAccess(
                person.strip(),
                Arrays.stream(AccessKind.values())
                        .filter(one -> one.key().equals(kind))
                        .findFirst()
                        .orElse(null),
                days.begin(zone),
                days.end(zone),
                address.strip());
    }

    /** What a page about the same asks for. */
    Query query() {
        return Query.EMPTY
                .with("person", person)
                .with("kind", kind)
                .with("since", since)
                .with("until", until)
                .with("address", address);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
