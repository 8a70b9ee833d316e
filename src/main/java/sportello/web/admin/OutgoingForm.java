package sportello.web.admin;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Query;
import sportello.mail.LetterState;
import sportello.mail.SoughtLetters;

/**
 * Which letters somebody looks for; empty for all.
 *
 * @param since the first day
 * @param until the last day
 */
public record OutgoingForm(String state, String address, String since, String until) {

    public OutgoingForm(
            @Nullable String state, @Nullable String address, @Nullable String since, @Nullable String until) {
        this.state = Objects.requireNonNullElse(state, "");
        this.address = Objects.requireNonNullElse(address, "");
        this.since = Objects.requireNonNullElse(since, "");
        this.until = Objects.requireNonNullElse(until, "");
    }

    /** What cannot be understood is not looked for. */
    SoughtLetters sought(ZoneId zone) {
        var days = new Days(since, until);
        return new SoughtLetters(
                Arrays.stream(LetterState.values())
                        .filter(one -> one.key().equals(state))
                        .findFirst()
                        .orElse(null),
                days.begin(zone),
                days.end(zone),
                address.strip());
    }

    /** What a page about the same asks for. */
    Query query() {
        return Query.EMPTY
                .with("state", state)
                .with("address", address)
                .with("since", since)
                .with("until", until);
    }
}
