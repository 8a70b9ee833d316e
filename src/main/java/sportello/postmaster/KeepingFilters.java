package sportello.postmaster;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep the filters that mails go through, and the order in which they are asked. */
@Component
public class KeepingFilters {
    private final KeptFilterSql sql;
    private final FilterCheck check;
    private final KeptList list;
    private final Book book;

    KeepingFilters(KeptFilterSql sql, FilterCheck check, KeptLists lists, Book book) {
        this.sql = sql;
        this.check = check;
        this.list = lists.of("mail_filter", Topic.FILTERS);
        this.book = book;
    }

    /** A filter as the book tells of it. */
    private record Written(
            String name,
            boolean stop,
            boolean followUps,
            List<MailFilter.Condition> conditions,
            List<MailFilter.Setting> settings,
            boolean valid) {

        static Written of(MailFilter filter, boolean valid) {
            return new Written(
                    filter.name(), filter.stop(), filter.followUps(), filter.conditions(), filter.settings(), valid);
        }
    }

    /** All of them, in their order. */
    public List<KeptFilter> all() {
        return sql.all();
    }

    public Optional<KeptFilter> find(long id) {
        return all().stream().filter(kept -> kept.id() == id).findFirst();
    }

    /** A new filter is asked last. */
    @Transactional
    public Outcome<String> add(MailFilter typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("filters.administer");
        list.keepAlone();
        return check.of(typed).then(filter -> named(filter, 0)).then(filter -> {
            var id = sql.insert(filter, valid);
            sql.hold(id, filter);
            book.write(Topic.FILTERS, id, filter.name(), null, Written.of(filter, valid));
            return Outcome.done(filter.name());
        });
    }

    /** @param seen the version of the filter that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, MailFilter typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("filters.administer");
        list.keepAlone();
        var before =
                find(id).map(kept -> Written.of(kept.filter(), kept.valid())).orElse(null);
        return check.of(typed).then(filter -> named(filter, id)).then(filter -> {
            if (!sql.update(id, seen, filter, valid)) return Outcome.refused("filters.changed");
            sql.hold(id, filter);
            book.write(Topic.FILTERS, id, filter.name(), before, Written.of(filter, valid));
            return Outcome.done(filter.name());
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("filters.administer");
        list.move(id, up);
        return Outcome.done(id);
    }

    /** These in this order, on the places that they have together. */
    @Transactional
    public Outcome<Integer> arrange(List<Long> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused("filters.administer");
        list.arrange(ids);
        return Outcome.done(ids.size());
    }

    private Outcome<MailFilter> named(MailFilter filter, long own) {
        return list.isTaken(filter.name(), own)
                ? Outcome.refused("filters.known", filter.name())
                : Outcome.done(filter);
    }
}
