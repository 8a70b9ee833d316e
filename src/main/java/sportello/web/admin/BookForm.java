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
import sportello.audit.Sought;
import sportello.audit.Topic;

/**
 * What somebody looks for in the book; empty for all.
 *
 * @param since the first day
 * @param until the last day
 */
public record BookForm(String author, String topic, String since, String until, String q) {

    public BookForm(
            @Nullable String author,
            @Nullable String topic,
            @Nullable String since,
            @Nullable String until,
            @Nullable String q) {
        this.author = text(author);
        this.topic = text(topic);
        this.since = text(since);
        this.until = text(until);
        this.q = text(q);
    }

    /** What cannot be understood is not looked for. */
    Sought sought(ZoneId zone) {
        var last = day(until);
        return new Sought(
                author.isEmpty() ? null : author,
                Arrays.stream(Topic.values())
                        .filter(one -> one.key().equals(topic))
                        .findFirst()
                        .orElse(null),
                begin(day(since), zone),
                begin(last == null ? null : last.plusDays(1), zone),
                q.strip());
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
    String address(String path, String more) {
        return Stream.of(
                        field("author", author),
                        field("topic", topic),
                        field("since", since),
                        field("until", until),
                        field("q", q),
                        more)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String field(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
