package sportello.search;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agents;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;
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
     * A page of what meets the criteria, after the place if there is one. Rare words are looked up, and what has them
     * can stand in any order; frequent ones turn up soon enough among the newest tickets, and only there.
     */
    @Transactional(readOnly = true)
    public Findings find(Criteria criteria, Order wish, Optional<ListPlace> after, AgentViewer viewer) {
        sql.planForWords();
        var wanted = Wanted.of(criteria, viewer, "");
        var few = wanted.hasWords() ? sql.said(wanted, RARE).map(wanted::among) : Optional.<Where>empty();
        var order = few.isPresent() ? wish : Order.NEWEST_FIRST;
        var rows = sql.page(wanted, few.orElseGet(wanted::oneByOne), order, after, ROWS + 1);
        var count = sql.count(few.orElseGet(wanted::inOneGo), Findings.COUNTED + 1);
        var page = rows.subList(0, Math.min(ROWS, rows.size()));
        return new Findings(page, order, few.isPresent(), rows.size() > ROWS, count);
    }

    /** Everything that meets the criteria, up to so many, newest first. */
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
