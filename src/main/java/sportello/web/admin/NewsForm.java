package sportello.web.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptNews;
import sportello.agent.NewsDetails;
import sportello.base.Language;
import sportello.base.Outcome;

/**
 * News as somebody typed them.
 *
 * @param version of the piece that is corrected
 * @param language its code, empty for everybody
 * @param since day and hour as browsers send them, {@code 2026-12-01T08:00}
 * @param until the same, empty if it stays
 */
public record NewsForm(
        @Nullable Integer version,
        String title,
        String text,
        String language,
        String since,
        String until,
        @Nullable Boolean valid) {

    public NewsForm(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable String since,
            @Nullable String until,
            @Nullable Boolean valid) {
        this.version = version;
        this.title = Objects.requireNonNullElse(title, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.language = Objects.requireNonNullElse(language, "");
        this.since = Objects.requireNonNullElse(since, "");
        this.until = Objects.requireNonNullElse(until, "");
        this.valid = valid;
    }

    /** For everybody, from now on. */
    static NewsForm blank(Instant now, ZoneId zone) {
        return new NewsForm(null, null, null, null, LocalMoment.typed(now, zone), null, true);
    }

    static NewsForm of(KeptNews kept, ZoneId zone) {
        var details = kept.details();
        var language = details.language();
        var until = details.until();
        return new NewsForm(
                kept.version(),
                details.title(),
                details.text(),
                language == null ? "" : language.code(),
                LocalMoment.typed(details.since(), zone),
                until == null ? "" : LocalMoment.typed(until, zone),
                details.valid());
    }

    public int seen() {
        return version == null ? 0 : version;
    }

    public boolean isValid() {
        return Boolean.TRUE.equals(valid);
    }

    Outcome<NewsDetails> details(ZoneId zone) {
        var begin = LocalMoment.read(since, zone);
        if (begin.isEmpty()) return Outcome.refused("news.date");
        var end = LocalMoment.read(until, zone);
        if (end.isEmpty() && !until.isBlank()) return Outcome.refused("news.date");
        return Outcome.done(new NewsDetails(title, text, readers(), begin.get(), end.orElse(null), isValid()));
    }

    private @Nullable Language readers() {
        return Arrays.stream(Language.values())
                .filter(one -> one.code().equals(language))
                .findFirst()
                .orElse(null);
    }
}
