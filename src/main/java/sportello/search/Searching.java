package sportello.search;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agents;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ListPlace;
import sportello.ticket.Where;

/** Finds tickets among those that exist for the viewer. */
@Component
public class Searching {
    private static final int ROWS = 25;

    /** Words in fewer articles than these are rare. */
    private static final int RARE = 5_000;

    private final SearchSql sql;
    private final Agents agents;

    Searching(SearchSql sql, Agents agents) {
        this.sql = sql;
        this.agents = agents;
    }

    /**
     * A page of what meets the criteria, newest first, after the place if there is one. Rare words are looked up; frequent
     * ones turn up soon enough among the newest tickets.
     */
    @Transactional(readOnly = true)
    public Findings find(Criteria criteria, Optional<ListPlace> after, AgentViewer viewer) {
        sql.planForWords();
        var wanted = Wanted.of(criteria, viewer, "");
        var few = wanted.hasWords() ? sql.said(wanted, RARE).map(wanted::among) : Optional.<Where>empty();
        var rows = sql.page(wanted, few.orElseGet(wanted::oneByOne), after, ROWS + 1);
        var count = sql.count(few.orElseGet(wanted::inOneGo), Findings.COUNTED + 1);
        return new Findings(rows.subList(0, Math.min(ROWS, rows.size())), rows.size() > ROWS, count);
    }

    /** Everything that meets the criteria, up to so many, in the same order. */
    @Transactional(readOnly = true)
    public Selection select(Criteria criteria, AgentViewer viewer, int most) {
        sql.planForWords();
        var ids = sql.ids(Wanted.of(criteria, viewer, "").inOneGo(), most + 1);
        return new Selection(List.copyOf(ids.subList(0, Math.min(most, ids.size()))), ids.size() > most);
    }

    /** The agents of whom the viewer's search can ask, by last name. */
    public List<AgentName> agents(AgentViewer viewer) {
        return agents.valid(viewer.authority()).stream()
                .map(agent -> new AgentName(agent.id(), agent.lastName() + " " + agent.firstName()))
                .toList();
    }
}
