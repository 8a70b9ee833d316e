package sportello.agent;

import java.util.List;
import org.springframework.stereotype.Component;

/** The groups of the house. */
@Component
public class Groups {
    private final GroupSql sql;

    Groups(GroupSql sql) {
        this.sql = sql;
    }

    /** The valid ones, by name. */
    public List<Group> valid() {
        return sql.valid();
    }

    public boolean isValid(GroupId group) {
        return sql.isValid(group);
    }
}
