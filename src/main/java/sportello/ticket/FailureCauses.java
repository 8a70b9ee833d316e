package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All causes of failure, those too that are no longer chosen, in the house's order. */
@Component
public class FailureCauses {
    private final FailureCauseSql sql;

    FailureCauses(FailureCauseSql sql) {
        this.sql = sql;
    }

    public List<ListedCause> all() {
        return sql.all();
    }

    public Optional<ListedCause> find(long id) {
        return sql.find(id);
    }
}
