package sportello.web.admin;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Query;

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
        var days = new Days(since, until);
        return new Sought(
                author.isEmpty() ? null : author,
                Arrays.stream(Topic.values())
                        .filter(one -> one.key().equals(topic))
                        .findFirst()
                        .orElse(null),
                days.begin(zone),
                days.end(zone),
                q.strip());
    }

    /** What a page about the same asks for. */
    Query query() {
        return Query.EMPTY
                .with("author", author)
                .with("topic", topic)
                .with("since", since)
                .with("until", until)
                .with("q", q);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
