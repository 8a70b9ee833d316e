package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * Administrators keep the list of causes from which whoever is responsible chooses (S71). A cause is never deleted: it
 * explains closed tickets. One is always left to choose, or nobody could do that duty.
 */
@Component
public class KeepingCauses {
    /** In characters. */
    public static final int LONGEST = 120;

    private final FailureCauseSql sql;
    private final KeptList list;
    private final Book book;

    KeepingCauses(FailureCauseSql sql, KeptLists lists, Book book) {
        this.sql = sql;
        this.list = lists.of("failure_cause", Topic.CAUSES);
        this.book = book;
    }

    /** A cause as the book tells of it. */
    private record Written(String name, boolean valid) {}

    /** A new cause comes last. */
    @Transactional
    public Outcome<String> add(String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("causes.administer");
        list.keepAlone();
        return name(typed, 0).then(name -> {
            book.write(Topic.CAUSES, sql.insert(name), name, null, new Written(name, true));
            return Outcome.done(name);
        });
    }

    /** @param seen the version of the cause that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, String typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("causes.administer");
        list.keepAlone();
        if (!valid && sql.isLastToChoose(id)) return Outcome.refused("causes.last");
        var before = sql.find(id)
                .map(cause -> new Written(cause.name(), cause.valid()))
                .orElse(null);
        return name(typed, id).then(name -> {
            if (!sql.update(id, seen, name, valid)) return Outcome.refused("causes.changed");
            book.write(Topic.CAUSES, id, name, before, new Written(name, valid));
            return Outcome.done(name);
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("causes.administer");
        list.move(id, up);
        return Outcome.done(id);
    }

    private Outcome<String> name(String typed, long own) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused("causes.name");
        if (name.length() > LONGEST) return Outcome.refused("causes.long", LONGEST, name.length());
        return list.isTaken(name, own) ? Outcome.refused("causes.known", name) : Outcome.done(name);
    }
}
