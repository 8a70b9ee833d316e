package sportello.customer;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.agent.GroupId;

/** Which customers and people of theirs have rights in which groups. They count where the group is reserved. */
@Component
public class CustomerRights {
    private final CustomerRightSql sql;

    CustomerRights(CustomerRightSql sql) {
        this.sql = sql;
    }

    /** Those in the group: customers first, by name. */
    public List<CustomerRight> in(GroupId group) {
        return sql.in(group);
    }

    /** All that customers have, people not among them. */
    public List<CustomerRight> ofCustomers() {
        return sql.ofCustomers();
    }

    /** Those in reserved groups, by the group's name. */
    public List<CustomerRight> of(CustomerId customer) {
        return sql.of(customer);
    }

    /** Those of the person alone, in reserved groups. */
    public List<CustomerRight> of(CustomerUserId person) {
        return sql.of(person);
    }
}
