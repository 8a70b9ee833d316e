package sportello.search;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Keeps searches under a name, and forgets them. */
@Component
public class KeepingSearch {
    private static final int LONGEST_NAME = 80;

    private final SavedSearchSql sql;
    private final Clock clock;

    KeepingSearch(SavedSearchSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps it; a search of the same name is replaced. Answers the name as it is kept. */
    @Transactional
    public Outcome<String> keep(String name, boolean shared, SearchForm form, AgentViewer viewer) {
        var clean = CleanText.line(name);
        if (CleanText.isBlank(clean)) return Outcome.refused("name.empty");
        if (clean.length() > LONGEST_NAME) return Outcome.refused("name.long", LONGEST_NAME, clean.length());
        if (form.isEmpty()) return Outcome.refused("search.nothing");
        if (!sql.hasRoom(viewer.id(), clean)) return Outcome.refused("search.full", SavedSearchSql.MOST);
        return form.read().then(criteria -> {
            sql.keep(viewer.id(), clean, shared, form, clock.instant());
            return Outcome.done(clean);
        });
    }

    /** Forgets the viewer's own search of that name, if there is one. */
    @Transactional
    public void forget(String name, AgentViewer viewer) {
        sql.forget(viewer.id(), CleanText.line(name));
    }
}
