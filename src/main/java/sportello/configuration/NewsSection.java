package sportello.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.KeepingNews;
import sportello.agent.KeptNews;
import sportello.agent.NewsDetails;
import sportello.base.Language;
import sportello.base.Outcome;

/** What the board at the desk says, piece by piece; two of one title are known by when they begin. */
@Component
class NewsSection implements Section<NewsSection.Entry> {
    private final KeepingNews keeping;

    NewsSection(KeepingNews keeping) {
        this.keeping = keeping;
    }

    /**
     * @param language of those who are to read it, empty for all
     * @param until empty if it stays
     */
    record Entry(String title, String since, String until, String language, boolean valid, String text) {

        static Entry of(KeptNews kept) {
            var details = kept.details();
            var language = details.language();
            return new Entry(
                    details.title(),
                    Moments.text(details.since()),
                    Moments.text(details.until()),
                    language == null ? "" : language.name().toLowerCase(Locale.ROOT),
                    details.valid(),
                    details.text());
        }

        boolean is(KeptNews kept) {
            return kept.details().title().equals(title)
                    && Moments.text(kept.details().since()).equals(since);
        }
    }

    @Override
    public Part part() {
        return Part.NEWS;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", "", "", true, "");
    }

    @Override
    public List<String> names() {
        return List.of("title", "since");
    }

    @Override
    public List<Entry> all() {
        return keeping.latest(Integer.MAX_VALUE).stream().map(Entry::of).toList();
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var since = Moments.read(wanted.since());
        if (since.isEmpty()) return Outcome.refused("configuration.moment", wanted.since());
        if (!Moments.isKnown(wanted.until())) return Outcome.refused("configuration.moment", wanted.until());
        var language = language(wanted.language());
        if (language.isEmpty() && !wanted.language().isEmpty())
            return Outcome.refused("configuration.choice", wanted.language(), "italian, english");
        var details = new NewsDetails(
                wanted.title(),
                wanted.text(),
                language.orElse(null),
                since.get(),
                Moments.read(wanted.until()).orElse(null),
                wanted.valid());
        if (before == null) return keeping.add(details, by);
        var kept = keeping.latest(Integer.MAX_VALUE).stream()
                .filter(before::is)
                .findFirst()
                .orElseThrow();
        return keeping.correct(kept.id(), kept.version(), details, by);
    }

    private static Optional<Language> language(String name) {
        return List.of(Language.values()).stream()
                .filter(language -> language.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
