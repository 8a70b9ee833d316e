package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        var last = day(until);
        return new SoughtLetters(
                Arrays.stream(LetterState.values())
                        .filter(one -> one.key().equals(state))
                        .findFirst()
                        .orElse(null),
                begin(day(since), zone),
                begin(last == null ? null : last.plusDays(1), zone),
                address.strip());
    }

    private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The address of a page about the same, with one thing more. */
    String page(String more) {
        return Stream.of(
                        field("state", state),
                        field("address", address),
                        field("since", since),
                        field("until", until),
                        more)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&", Area.OUTGOING.address() + "?", ""));
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, UTF_8);
    }
}
