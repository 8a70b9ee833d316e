package sportello.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
                select id, code, name, street, zip, city, owner_id, responsible_id, valid, version
                  from customer
                 where id = :id
                """).param("id", id.value()).query(CustomerSql::customer).optional();
    }

    Optional<Customer> byCode(String code) {
        return db.sql("""
                select id, code, name, street, zip, city, owner_id, responsible_id, valid, version
                  from customer
                 where lower(code) = lower(:code)
                   and valid
                """).param("code", code).query(CustomerSql::customer).optional();
    }

    List<String> unknown(Collection<String> codes) {
        return db.sql("""
                select code
                  from unnest(:codes) as typed (code)
                 where lower(code) not in (select lower(c.code) from customer c)
                 order by code
                """)
                .param("codes", codes.toArray(String[]::new))
                .query((row, number) -> row.getString("code"))
                .list();
    }

    List<Customer> customers(Collection<CustomerId> ids) {
        return db.sql("""
                select id, code, name, street, zip, city, owner_id, responsible_id, valid, version
                  from customer
                 where id = any(:ids)
                 order by lower(name), id
                """)
                .param("ids", ids.stream().map(CustomerId::value).toArray(Long[]::new))
                .query(CustomerSql::customer)
                .list();
    }

    Optional<CustomerUser> customerUser(CustomerUserId id) {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid, confirmed,
                       tax_code, version
                  from customer_user
                 where id = :id
                """)
                .param("id", id.value())
                .query(CustomerSql::customerUser)
                .optional();
    }

    Optional<CustomerUser> byLogin(String login) {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid, confirmed,
                       tax_code, version
                  from customer_user
                 where valid
                   and login_key(login) = login_key(:login)
                """)
                .param("login", login)
                .query(CustomerSql::customerUser)
                .optional();
    }

    Optional<CustomerUser> byAddress(String address) {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid, confirmed,
                       tax_code, version
                  from customer_user
                 where valid
                   and id in (select id
                                from customer_user
                               where lower(email) = lower(:address)
                              union all
                              select customer_user_id
                                from customer_user_address
                               where lower(address) = lower(:address))
                 order by id
                 limit 1
                """)
                .param("address", address)
                .query(CustomerSql::customerUser)
                .optional();
    }

    List<String> addresses(CustomerUserId id) {
        return db.sql("select address from customer_user_address where customer_user_id = :id order by address")
                .param("id", id.value())
                .query((row, number) -> row.getString("address"))
                .list();
    }

    List<CustomerUser> customerUsers(Collection<CustomerUserId> ids) {
        return db.sql("""
                select id, login, customer_id, first_name, last_name, email, phone, language, time_zone, valid, confirmed,
                       tax_code, version
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
                select id, code, name, street, zip, city, owner_id, responsible_id, valid, version
                  from customer
                 where valid
                   and id in (select customer_id from customer_user where id = :id
                               union
                              select customer_id from customer_user_further_customer where customer_user_id = :id)
                 order by name, id
                """).param("id", id.value()).query(CustomerSql::customer).list();
    }

    static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                new CustomerId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("street"),
                row.getString("zip"),
                row.getString("city"),
                agent(row, "owner_id"),
                agent(row, "responsible_id"),
                row.getBoolean("valid"),
                row.getInt("version"));
    }

    private static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, Long.class);
        return id == null ? null : new AgentId(id);
    }

    static CustomerUser customerUser(ResultSet row, int number) throws SQLException {
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
                row.getBoolean("valid"),
                row.getBoolean("confirmed"),
                row.getString("tax_code"),
                row.getInt("version"));
    }
}
