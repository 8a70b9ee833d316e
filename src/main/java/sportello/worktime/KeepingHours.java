package sportello.worktime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/**
 * Administrators keep when the house works. Hours are never deleted; invalid, they can no longer be chosen. At most one of
 * them are the standard: whoever becomes it takes the place of the one before.
 */
@Component
public class KeepingHours {
    private final HoursSql sql;
    private final Book book;

    KeepingHours(HoursSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /** All of them, by name. */
    public List<KeptHours> all() {
        return sql.all();
    }

    public Optional<KeptHours> find(HoursId id) {
        return sql.find(id);
    }

    /** Their name. */
    @Transactional
    public Outcome<String> add(TypedHours typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("hours.administer");
        sql.keepAlone();
        return typed.read().then(details -> fits(details, null)).then(details -> {
            if (details.standard()) stepDown(null);
            write(sql.insert(details), details, null);
            return Outcome.done(details.name());
        });
    }

    /** @param seen the version of those that were corrected */
    @Transactional
    public Outcome<String> correct(HoursId id, int seen, TypedHours typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("hours.administer");
        sql.keepAlone();
        sql.take(id);
        var before = sql.find(id).orElse(null);
        if (before == null || before.version() != seen) return Outcome.refused("hours.changed");
        return typed.read()
                .then(details -> fits(details, id))
                .then(details -> stays(details, before.queues()))
                .then(details -> {
                    if (details.standard()) stepDown(id);
                    sql.update(id, details);
                    write(id, details, before.details());
                    return Outcome.done(details.name());
                });
    }

    private Outcome<HoursDetails> fits(HoursDetails details, @Nullable HoursId own) {
        return sql.isTaken(details.name(), own)
                ? Outcome.refused("hours.known", details.name())
                : Outcome.done(details);
    }

    private static Outcome<HoursDetails> stays(HoursDetails details, List<String> queues) {
        return details.valid() || queues.isEmpty()
                ? Outcome.done(details)
                : Outcome.refused("hours.used", String.join(", ", queues));
    }

    /** Those that were the standard are so no longer, unless they are these. */
    private void stepDown(@Nullable HoursId own) {
        for (var kept : sql.all()) {
            if (!kept.details().standard() || kept.id().equals(own)) continue;
            var details = kept.details().withoutStandard();
            sql.update(kept.id(), details);
            write(kept.id(), details, kept.details());
        }
    }

    private void write(HoursId id, HoursDetails now, @Nullable HoursDetails before) {
        var was = before == null ? null : TypedHours.of(before);
        book.write(Topic.HOURS, id.value(), now.name(), was, TypedHours.of(now));
    }
}
