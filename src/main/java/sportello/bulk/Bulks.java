package sportello.bulk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** What agents have begun to do to many tickets; each sees the own. */
@Component
public class Bulks {
    private final BulkSql sql;

    Bulks(BulkSql sql) {
        this.sql = sql;
    }

    public Optional<Bulk> find(BulkId id, AgentViewer viewer) {
        return sql.find(id, viewer.id());
    }

    /** The tickets of a bulk that the viewer has found to which nothing was done, in their order. */
    public List<RefusedTicket> refusedOf(Bulk bulk) {
        return bulk.refused() == 0 ? List.of() : sql.refused(bulk.id());
    }
}
