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
 * Administrators keep the list of types from which the desk chooses. A type is never deleted: it tells of tickets. There
 * need not be any.
 */
@Component
public class KeepingTypes {
    /** In characters. */
    public static final int LONGEST = 120;

    private final TicketTypeSql sql;
    private final KeptList list;
    private final Book book;

    KeepingTypes(TicketTypeSql sql, KeptLists lists, Book book) {
        this.sql = sql;
        this.list = lists.of("ticket_type", Topic.TYPES);
        this.book = book;
    }

    /** A type as the book tells of it. */
    private record Written(String name, boolean valid) {}

    /** A new type comes last. */
    @Transactional
    public Outcome<String> add(String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("types.administer");
        list.keepAlone();
        return name(typed, 0).then(name -> {
            book.write(Topic.TYPES, sql.insert(name), name, null, new Written(name, true));
            return Outcome.done(name);
        });
    }

    /** @param seen the version of the type that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, String typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("types.administer");
        list.keepAlone();
        var before =
                sql.find(id).map(type -> new Written(type.name(), type.valid())).orElse(null);
        return name(typed, id).then(name -> {
            if (!sql.update(id, seen, name, valid)) return Outcome.refused("types.changed");
            book.write(Topic.TYPES, id, name, before, new Written(name, valid));
            return Outcome.done(name);
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("types.administer");
        list.move(id, up);
        return Outcome.done(id);
    }

    private Outcome<String> name(String typed, long own) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused("types.name");
        if (name.length() > LONGEST) return Outcome.refused("types.long", LONGEST, name.length());
        return list.isTaken(name, own) ? Outcome.refused("types.known", name) : Outcome.done(name);
    }
}
