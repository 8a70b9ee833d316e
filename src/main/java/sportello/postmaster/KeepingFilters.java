package sportello.postmaster;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Ranking;

/** Administrators keep the filters that mails go through, and the order in which they are asked. */
@Component
public class KeepingFilters {
    private final KeptFilterSql sql;
    private final FilterCheck check;

    KeepingFilters(KeptFilterSql sql, FilterCheck check) {
        this.sql = sql;
        this.check = check;
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
        sql.keepAlone();
        return check.of(typed).then(filter -> named(filter, 0)).then(filter -> {
            sql.hold(sql.insert(filter, valid), filter);
            return Outcome.done(filter.name());
        });
    }

    /** @param seen the version of the filter that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, MailFilter typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("filters.administer");
        sql.keepAlone();
        return check.of(typed).then(filter -> named(filter, id)).then(filter -> {
            if (!sql.update(id, seen, filter, valid)) return Outcome.refused("filters.changed");
            sql.hold(id, filter);
            return Outcome.done(filter.name());
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("filters.administer");
        sql.keepAlone();
        sql.reorder(Ranking.moved(sql.order(), id, up));
        return Outcome.done(id);
    }

    private Outcome<MailFilter> named(MailFilter filter, long own) {
        return sql.isTaken(filter.name(), own) ? Outcome.refused("filters.known", filter.name()) : Outcome.done(filter);
    }
}
