package sportello.ticket;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** The desk at a glance: how much waits where, and how the last days went. Only what the viewer may see is counted. */
@Component
public class Desk {
    private final DeskSql sql;

    Desk(DeskSql sql) {
        this.sql = sql;
    }

    /** Every valid queue that the viewer may see, in the order of the tree. */
    public List<QueueCount> queues(AgentViewer viewer) {
        return sql.queues(viewer);
    }

    /** Seven days, the given one last, in the viewer's zone. */
    public List<DayCount> weekUntil(LocalDate day, AgentViewer viewer) {
        return sql.days(day.minusDays(6), day, viewer);
    }
}
