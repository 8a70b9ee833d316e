package sportello.ticket;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** The desk at a glance: how much waits where, and how the last days went. Only what the viewer may see is counted. */
@Component
public class Desk {
    private final DeskSql sql;
    private final DeskListSql listSql;

    Desk(DeskSql sql, DeskListSql listSql) {
        this.sql = sql;
        this.listSql = listSql;
    }

    /** Every valid queue that the viewer may see, in the order of the tree. */
    public List<QueueCount> queues(AgentViewer viewer) {
        return sql.queues(viewer);
    }

    /** The short lists that are asked for, each of them once, all read together; a list that is empty is there too. */
    public Map<DeskList, DeskRows> lists(List<DeskAsk> asks, LocalDate today, AgentViewer viewer) {
        if (asks.isEmpty()) return Map.of();
        var tomorrow = today.plusDays(1).atStartOfDay(viewer.zone()).toInstant();
        var lists = listSql.lists(asks, tomorrow, viewer);
        asks.forEach(ask -> lists.putIfAbsent(ask.list(), DeskRows.NONE));
        return lists;
    }

    /** Seven days, the given one last, in the viewer's zone. */
    public List<DayCount> weekUntil(LocalDate day, AgentViewer viewer) {
        return sql.days(day.minusDays(6), day, viewer);
    }
}
