package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.base.Ranking;

/**
 * Administrators keep the list of types from which the desk chooses. A type is never deleted: it tells of tickets. There
 * need not be any.
 */
@Component
public class KeepingTypes {
    /** In characters. */
    public static final int LONGEST = 120;

    private final TicketTypeSql sql;

    KeepingTypes(TicketTypeSql sql) {
        this.sql = sql;
    }

    /** A new type comes last. */
    @Transactional
    public Outcome<String> add(String typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("types.administer");
        sql.keepAlone();
        return name(typed, 0).then(name -> {
            sql.insert(name);
            return Outcome.done(name);
        });
    }

    /** @param seen the version of the type that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, String typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("types.administer");
        sql.keepAlone();
        return name(typed, id)
                .then(name ->
                        sql.update(id, seen, name, valid) ? Outcome.done(name) : Outcome.refused("types.changed"));
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("types.administer");
        sql.keepAlone();
        sql.reorder(Ranking.moved(sql.order(), id, up));
        return Outcome.done(id);
    }

    private Outcome<String> name(String typed, long own) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused("types.name");
        if (name.length() > LONGEST) return Outcome.refused("types.long", LONGEST, name.length());
        return sql.isTaken(name, own) ? Outcome.refused("types.known", name) : Outcome.done(name);
    }
}
