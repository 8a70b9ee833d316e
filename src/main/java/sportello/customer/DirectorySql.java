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
                   (select count(*) from customer_user u where u.customer_id = c.id and u.valid and %s) as people
              from customer c
             where %s
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
             where %s
            """;

    private final JdbcClient db;

    DirectorySql(JdbcClient db) {
        this.db = db;
    }

    List<CustomerLine> customers(@Nullable CustomerId after, int most, Circle circle) {
        var beginning = after == null
                ? ""
                : " and (lower(c.name), c.id) > (select lower(name), id from customer where id = :after)\n";
        var statement = db.sql(lines(circle) + beginning + " order by lower(c.name), c.id limit :most")
                .params(circle.parameters())
                .param("most", most);
        return (after == null ? statement : statement.param("after", after.value()))
                .query(DirectorySql::line)
                .list();
    }

    List<CustomerLine> customersLike(String[] patterns, int most, Circle circle) {
        return db.sql(lines(circle) + """
                 and %s
                 order by c.valid desc, %s desc, lower(c.name), c.id
                 limit :most
                """.formatted(Findable.CUSTOMER, Findable.CUSTOMER_CALLED))
                .params(circle.parameters())
                .param("patterns", patterns)
                .param("most", most)
                .query(DirectorySql::line)
                .list();
    }

    boolean knows(CustomerId id, Circle circle) {
        return db.sql("select exists (select 1 from customer c where c.id = :id and %s)".formatted(circle.customers()))
                .params(circle.parameters())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    List<String> names(int most, Circle circle) {
        return db.sql("select c.name from customer c where c.valid and %s order by lower(c.name), c.id limit :most"
                        .formatted(circle.customers()))
                .params(circle.parameters())
                .param("most", most)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Whoever has the code, or else everybody of the name. */
    List<CustomerId> customersCalled(String name, Circle circle) {
        return db.sql("""
                select c.id
                  from customer c
                 where c.valid
                   and (folded(c.code) = folded(:name)
                        or folded(c.name) = folded(:name)
                           and not exists (select 1 from customer where valid and folded(code) = folded(:name)))
                   and %s
                 order by c.id
                """.formatted(circle.customers()))
                .params(circle.parameters())
                .param("name", name)
                .query((row, number) -> new CustomerId(row.getLong("id")))
                .list();
    }

    List<Contact> contactsLike(String[] patterns, int most, Circle circle) {
        return db.sql(contacts(circle) + """
                 and %s
                 order by u.valid and c.valid desc, %s desc, lower(u.last_name), lower(u.first_name), u.id,
                          asks.own desc, c.name
                 limit :most
                """.formatted(Findable.CONTACT, Findable.CONTACT_CALLED))
                .params(circle.parameters())
                .param("patterns", patterns)
                .param("most", most)
                .query(DirectorySql::contact)
                .list();
    }

    List<Contact> contactsOf(CustomerUserId id, Circle circle) {
        return db.sql(contacts(circle) + """
                 and u.id = :id
                 order by asks.own desc, c.name, c.id
                """)
                .params(circle.parameters())
                .param("id", id.value())
                .query(DirectorySql::contact)
                .list();
    }

    List<Contact> peopleOf(CustomerId id, int most, Circle circle) {
        return db.sql(contacts(circle) + """
                 and c.id = :id
                 order by u.valid desc, lower(u.last_name), lower(u.first_name), u.id
                 limit :most
                """)
                .params(circle.parameters())
                .param("id", id.value())
                .param("most", most)
                .query(DirectorySql::contact)
                .list();
    }

    private static String lines(Circle circle) {
        return LINE.formatted(circle.people(), circle.customers());
    }

    private static String contacts(Circle circle) {
        return CONTACT.formatted(circle.people());
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
