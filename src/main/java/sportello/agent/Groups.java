package sportello.agent;

import java.util.List;
import java.util.Map;
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

    /** What all of them are called, invalid ones too. */
    Map<GroupId, String> names() {
        return sql.names();
    }

    public boolean isValid(GroupId group) {
        return sql.isValid(group);
    }

    /** Whether customers see of its queues no more than rights of theirs say; nobody changes that until the transaction ends. */
    public boolean staysReserved(GroupId group) {
        sql.keepAlone();
        return sql.isReserved(group);
    }
}
