package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** Who is at the desk at this moment ("Chi è in linea"). */
@Component
public class Online {
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final OnlineSql sql;
    private final Clock clock;

    Online(OnlineSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The viewer, and those seen in the last minutes who work where the viewer may look: a supplier sees no more. */
    public List<Colleague> around(AgentViewer viewer) {
        var now = clock.instant();
        return sql.around(viewer, now, now.minus(LATELY));
    }
}
