package sportello.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DirectorySql {
    private static final String LINE = """
            select c.id, c.code, c.name, c.city, c.valid,
                   (select count(*) from customer_user u where u.customer_id = c.id and u.valid) as people
              from customer c
            """;

    /** A person once for each customer; {@code own} says which is the person's own. */
    private static final String CONTACT = """
            select u.id, u.first_name, u.last_name, u.email, u.phone, c.id as customer_id,
                   c.name as customer, asks.own, u.valid and c.valid as valid
              from (select id as customer_user_id, customer_id, true as own from customer_user
                     union all
                    select customer_user_id, customer_id, false from customer_user_further_customer) asks
              join customer_user u on u.id = asks.customer_user_id
              join customer c on c.id = asks.customer_id
            """;

    private final JdbcClient db;

    DirectorySql(JdbcClient db) {
        this.db = db;
    }

    List<CustomerLine> customers(@Nullable CustomerId after, int most) {
        var beginning = after == null
                ? ""
                : " where (lower(c.name), c.id) > (select lower(name), id from customer where id = :after)\n";
        var statement = db.sql(LINE + beginning + " order by lower(c.name), c.id limit :most")
                .param("most", most);
        return (after == null ? statement : statement.param("after", after.value()))
                .query(DirectorySql::line)
                .list();
    }

    List<CustomerLine> customersLike(String[] patterns, int most) {
        return db.sql(LINE + """
                 where c.words like all(select folded(pattern) from unnest(:patterns) pattern)
                 order by c.valid desc, lower(c.name), c.id
                 limit :most
                """)
                .param("patterns", patterns)
                .param("most", most)
                .query(DirectorySql::line)
                .list();
    }

    List<String> names(int most) {
        return db.sql("select name from customer where valid order by lower(name), id limit :most")
                .param("most", most)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Whoever has the code, or else everybody of the name. */
    List<CustomerId> customersCalled(String name) {
        return db.sql("""
                select id
                  from customer
                 where valid
                   and (folded(code) = folded(:name)
                        or folded(name) = folded(:name)
                           and not exists (select 1 from customer where valid and folded(code) = folded(:name)))
                 order by id
                """)
                .param("name", name)
                .query((row, number) -> new CustomerId(row.getLong("id")))
                .list();
    }

    List<Contact> contactsLike(String[] patterns, int most) {
        return db.sql(CONTACT + """
                 where u.words || ' ' || c.words like all(select folded(pattern) from unnest(:patterns) pattern)
                 order by u.valid and c.valid desc, lower(u.last_name), lower(u.first_name), u.id, asks.own desc, c.name
                 limit :most
                """)
                .param("patterns", patterns)
                .param("most", most)
                .query(DirectorySql::contact)
                .list();
    }

    List<Contact> contactsOf(CustomerUserId id) {
        return db.sql(CONTACT + """
                 where u.id = :id
                 order by asks.own desc, c.name, c.id
                """)
                .param("id", id.value())
                .query(DirectorySql::contact)
                .list();
    }

    List<Contact> peopleOf(CustomerId id, int most) {
        return db.sql(CONTACT + """
                 where c.id = :id
                 order by u.valid desc, lower(u.last_name), lower(u.first_name), u.id
                 limit :most
                """)
                .param("id", id.value())
                .param("most", most)
                .query(DirectorySql::contact)
                .list();
    }

    private static CustomerLine line(ResultSet row, int number) throws SQLException {
        return new CustomerLine(
                new CustomerId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("city"),
                row.getInt("people"),
                row.getBoolean("valid"));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new CustomerUserId(row.getLong("id")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("customer"),
                row.getBoolean("own"),
                row.getBoolean("valid"));
    }
}
