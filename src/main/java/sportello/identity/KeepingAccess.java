package sportello.identity;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep what the house asks of those who enter. */
@Component
public class KeepingAccess {
    private final AccessRuleSql sql;
    private final Book book;

    KeepingAccess(AccessRuleSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    public AccessRules get() {
        return sql.find();
    }

    /** Which correction of them this is. */
    public int version() {
        return sql.version();
    }

    /**
     * A factor counts from the next request on: whoever has none sets it up then. An end of sessions counts at once.
     *
     * @param seen the version that was corrected
     */
    @Transactional
    public Outcome<AccessRules> correct(int seen, AccessRules typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var before = sql.find();
        return typed.checked().then(rules -> {
            if (!sql.save(seen, rules)) return Outcome.refused("access.changed");
            book.write(Topic.ACCESS, "", "", before, rules);
            return Outcome.done(rules);
        });
    }
}
