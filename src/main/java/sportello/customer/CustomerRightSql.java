package sportello.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.GroupId;

@Component
class CustomerRightSql {
    private static final String KEPT = """
            select r.id, r.group_id, g.name as group_name, r.customer_id, r.customer_user_id, r.writes, r.ours,
                   coalesce(c.name, u.first_name || ' ' || u.last_name) as name,
                   coalesce(c.code, u.email) as sign
              from customer_right r
              join permission_group g on g.id = r.group_id
              left join customer c on c.id = r.customer_id
              left join customer_user u on u.id = r.customer_user_id
            """;

    private final JdbcClient db;

    CustomerRightSql(JdbcClient db) {
        this.db = db;
    }

    List<CustomerRight> in(GroupId group) {
        return db.sql(KEPT + """
                 where r.group_id = :group
                 order by r.customer_id is null, lower(c.name), u.last_name, u.first_name, r.id
                """)
                .param("group", group.value())
                .query(CustomerRightSql::right)
                .list();
    }

    List<CustomerRight> ofCustomers() {
        return db.sql(KEPT + " where r.customer_id is not null order by lower(g.name), lower(c.code), r.id")
                .query(CustomerRightSql::right)
                .list();
    }

    List<CustomerRight> of(CustomerId customer) {
        return db.sql(KEPT + " where r.customer_id = :customer and g.reserved order by lower(g.name), r.id")
                .param("customer", customer.value())
                .query(CustomerRightSql::right)
                .list();
    }

    List<CustomerRight> of(CustomerUserId person) {
        return db.sql(KEPT + " where r.customer_user_id = :person and g.reserved order by lower(g.name), r.id")
                .param("person", person.value())
                .query(CustomerRightSql::right)
                .list();
    }

    /** What the holder has in the group until now. */
    Optional<CustomerRight> held(GroupId group, @Nullable CustomerId customer, @Nullable CustomerUserId person) {
        return db.sql(KEPT + """
                 where r.group_id = :group
                   and r.customer_id is not distinct from cast(:customer as bigint)
                   and r.customer_user_id is not distinct from cast(:person as bigint)
                """)
                .param("group", group.value())
                .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                .param("person", person == null ? null : person.value(), Types.BIGINT)
                .query(CustomerRightSql::right)
                .optional();
    }

    Optional<CustomerRight> find(GroupId group, long id) {
        return db.sql(KEPT + " where r.group_id = :group and r.id = :id")
                .param("group", group.value())
                .param("id", id)
                .query(CustomerRightSql::right)
                .optional();
    }

    /** Two who give rights in one group do it one after the other. */
    boolean keepAlone(GroupId group) {
        return db.sql("select id from permission_group where id = :group for update")
                .param("group", group.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void insert(
            GroupId group,
            @Nullable CustomerId customer,
            @Nullable CustomerUserId person,
            boolean writes,
            boolean ours) {
        db.sql("""
                insert into customer_right (group_id, customer_id, customer_user_id, writes, ours)
                values (:group, :customer, :person, :writes, :ours)
                """)
                .param("group", group.value())
                .param("customer", customer == null ? null : customer.value(), Types.BIGINT)
                .param("person", person == null ? null : person.value(), Types.BIGINT)
                .param("writes", writes)
                .param("ours", ours)
                .update();
    }

    void update(long id, boolean writes, boolean ours) {
        db.sql("update customer_right set writes = :writes, ours = :ours where id = :id")
                .param("id", id)
                .param("writes", writes)
                .param("ours", ours)
                .update();
    }

    void delete(long id) {
        db.sql("delete from customer_right where id = :id").param("id", id).update();
    }

    private static CustomerRight right(ResultSet row, int number) throws SQLException {
        var customer = row.getObject("customer_id", Long.class);
        var person = row.getObject("customer_user_id", Long.class);
        return new CustomerRight(
                row.getLong("id"),
                new GroupId(row.getLong("group_id")),
                row.getString("group_name"),
                customer == null ? null : new CustomerId(customer),
                person == null ? null : new CustomerUserId(person),
                row.getString("name"),
                row.getString("sign"),
                row.getBoolean("writes"),
                row.getBoolean("ours"));
    }
}
