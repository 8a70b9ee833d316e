package sportello.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Language;

@Component
class CustomerSql {
    private final JdbcClient db;

    CustomerSql(JdbcClient db) {
        this.db = db;
    }

    Optional<Customer> customer(CustomerId id) {
        return db.sql("""
                select id, code, name, street, zip, city, responsible_id, valid
                  from customer
                 where id = :id
                """).param("id", id.value()).query(CustomerSql::customer).optional();
    }

    Optional<CustomerUser> customerUser(CustomerUserId id) {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid
                  from customer_user
                 where id = :id
                """)
                .param("id", id.value())
                .query(CustomerSql::customerUser)
                .optional();
    }

    List<Contact> contacts(String sought, int most) {
        return db.sql("""
                select u.first_name || ' ' || u.last_name as name, u.email, c.name as customer
                  from customer_user u
                  join customer c on c.id = u.customer_id
                 where u.valid
                   and position(lower(:sought) in lower(u.first_name || ' ' || u.last_name || ' ' || u.email || ' ' || c.name)) > 0
                 order by u.last_name, u.first_name, u.id
                 limit :most
                """)
                .param("sought", sought)
                .param("most", most)
                .query((row, number) ->
                        new Contact(row.getString("name"), row.getString("email"), row.getString("customer")))
                .list();
    }

    List<CustomerUser> customerUsers(Collection<CustomerUserId> ids) {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid
                  from customer_user
                 where id = any(:ids)
                 order by last_name, first_name, id
                """)
                .param("ids", ids.stream().map(CustomerUserId::value).toArray(Long[]::new))
                .query(CustomerSql::customerUser)
                .list();
    }

    Set<CustomerId> customersOf(CustomerUserId id) {
        return db.sql("""
                select customer_id from customer_user where id = :id
                union
                select customer_id from customer_user_further_customer where customer_user_id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> new CustomerId(row.getLong(1)))
                .set();
    }

    List<Customer> choicesOf(CustomerUserId id) {
        return db.sql("""
                select id, code, name, street, zip, city, responsible_id, valid
                  from customer
                 where valid
                   and id in (select customer_id from customer_user where id = :id
                               union
                              select customer_id from customer_user_further_customer where customer_user_id = :id)
                 order by name, id
                """).param("id", id.value()).query(CustomerSql::customer).list();
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        var responsible = row.getObject("responsible_id", Long.class);
        return new Customer(
                new CustomerId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("street"),
                row.getString("zip"),
                row.getString("city"),
                responsible == null ? null : new AgentId(responsible),
                row.getBoolean("valid"));
    }

    private static CustomerUser customerUser(ResultSet row, int number) throws SQLException {
        return new CustomerUser(
                new CustomerUserId(row.getLong("id")),
                row.getString("login"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                Language.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("valid"));
    }
}
