package sportello.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.field.Fields;
import sportello.storage.Files;

/** Administrators keep the prepared texts, and the files that come with them. One that is not valid is offered to nobody. */
@Component
public class KeepingTemplates {
    /** Files of one template. */
    public static final int MOST_FILES = 10;

    private final KeptTemplateSql sql;
    private final Fields fields;
    private final Files files;
    private final Book book;

    KeepingTemplates(KeptTemplateSql sql, Fields fields, Files files, Book book) {
        this.sql = sql;
        this.fields = fields;
        this.files = files;
        this.book = book;
    }

    /** What can stand in one. */
    public SortedSet<String> places() {
        var places = new TreeSet<>(Placeholders.OF_TICKETS);
        places.addAll(Placeholders.OF_CUSTOMER_ARTICLES);
        for (var field : fields.all()) places.add(Placeholders.OF_FIELDS + field.key());
        return places;
    }

    /** A template as the book tells of it. */
    private record Written(
            String name, String body, Set<TemplateKind> kinds, List<String> queues, List<String> files, boolean valid) {

        static Written of(KeptTemplate kept) {
            var details = kept.details();
            return new Written(
                    details.name(),
                    details.body(),
                    details.kinds(),
                    kept.queues(),
                    kept.files().stream().map(TemplateFile::name).toList(),
                    details.valid());
        }
    }

    /** All of them, invalid ones last. */
    public List<KeptTemplate> all() {
        return sql.all();
    }

    public Optional<KeptTemplate> find(AnswerTemplateId id) {
        return sql.find(id);
    }

    /** Its name. */
    @Transactional
    public Outcome<String> add(TemplateDetails typed, List<FreshFile> fresh, Authority by) {
        if (!by.administrator()) return Outcome.refused("templates.administer");
        sql.keepAlone();
        if (fresh.size() > MOST_FILES) return Outcome.refused("templates.files", MOST_FILES);
        return typed.checked(places()).then(details -> named(details, null)).then(details -> {
            var id = sql.insert(details);
            hold(id, details, List.of(), fresh);
            write(id, null);
            return Outcome.done(details.name());
        });
    }

    /**
     * For whoever opens a form from now on.
     *
     * @param seen the version that was corrected
     * @param gone the numbers of files that it shall not bring any more
     */
    @Transactional
    public Outcome<String> correct(
            AnswerTemplateId id,
            int seen,
            TemplateDetails typed,
            Collection<Long> gone,
            List<FreshFile> fresh,
            Authority by) {
        if (!by.administrator()) return Outcome.refused("templates.administer");
        sql.keepAlone();
        var before = sql.find(id).orElse(null);
        if (before == null) return Outcome.refused("templates.changed");
        var stay = before.files().stream()
                .filter(file -> !gone.contains(file.id()))
                .count();
        if (stay + fresh.size() > MOST_FILES) return Outcome.refused("templates.files", MOST_FILES);
        return typed.checked(places()).then(details -> named(details, id)).then(details -> {
            if (!sql.update(id, seen, details)) return Outcome.refused("templates.changed");
            hold(id, details, gone, fresh);
            write(id, Written.of(before));
            return Outcome.done(details.name());
        });
    }

    private Outcome<TemplateDetails> named(TemplateDetails details, @Nullable AnswerTemplateId own) {
        return sql.isTaken(details.name(), own)
                ? Outcome.refused("templates.known", details.name())
                : Outcome.done(details);
    }

    private void hold(AnswerTemplateId id, TemplateDetails details, Collection<Long> gone, List<FreshFile> fresh) {
        sql.fit(id, details.queues());
        sql.drop(id, gone);
        for (var file : fresh) bring(id, file);
    }

    private void bring(AnswerTemplateId id, FreshFile file) {
        try (var bytes = file.content().open()) {
            sql.bring(id, file.name(), file.mediaType(), files.keep(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(AnswerTemplateId id, @Nullable Written before) {
        var kept = sql.find(id).orElseThrow();
        book.write(Topic.TEMPLATES, id.value(), kept.details().name(), before, Written.of(kept));
    }
}
