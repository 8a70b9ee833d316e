package sportello.stats;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** The work in numbers, in one statement. */
@Component
public class Figures {
    private final FiguresSql sql;

    Figures(FiguresSql sql) {
        this.sql = sql;
    }

    /** Every valid queue that the viewer may read, in the order of the tree; days begin at the viewer's midnight. */
    public List<QueueFigures> byQueue(Period period, AgentViewer viewer) {
        var zone = viewer.zone();
        return sql.byQueue(
                period.first().atStartOfDay(zone).toInstant(),
                period.last().plusDays(1).atStartOfDay(zone).toInstant(),
                viewer);
    }
}
