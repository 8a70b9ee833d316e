package sportello.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.customer.Insight;

@Component
class InsightSql implements Insight {
    private final JdbcClient db;

    InsightSql(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean isFull(Authority agent, Set<CustomerId> customers, @Nullable CustomerUserId person) {
        var groups = agent.grants().groupsFor(Permission.RO).stream()
                .map(GroupId::value)
                .toArray(Long[]::new);
        return db.sql("""
                select not exists (select 1
                                     from ticket t
                                     join queue q on q.id = t.queue_id
                                    where (t.customer_id = any(:customers) or t.customer_user_id = :person)
                                      and t.state_type <> 'removed'
                                      and q.group_id <> all(:groups))
                """)
                .param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
                .param("person", person == null ? null : person.value(), java.sql.Types.BIGINT)
                .param("groups", groups)
                .query(Boolean.class)
                .single();
    }
}
