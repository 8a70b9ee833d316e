package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of types as administrators keep it, and of which of them a ticket is. */
@Component
class TicketTypeSql {
    private final JdbcClient db;

    TicketTypeSql(JdbcClient db) {
        this.db = db;
    }

    List<TicketType> valid() {
        return db.sql("select id, name from ticket_type where valid order by position, id")
                .query(TicketTypeSql::type)
                .list();
    }

    /** Of which a ticket is, valid or not. */
    Optional<TicketType> of(TicketId ticket) {
        return db.sql("select y.id, y.name from ticket t join ticket_type y on y.id = t.type_id where t.id = :ticket")
                .param("ticket", ticket.value())
                .query(TicketTypeSql::type)
                .optional();
    }

    void classify(TicketId ticket, @Nullable TicketType type) {
        db.sql("update ticket set type_id = :type where id = :ticket")
                .param("type", type == null ? null : type.id())
                .param("ticket", ticket.value())
                .update();
    }

    List<ListedType> all() {
        return db.sql("""
                select y.id, y.name, y.valid, y.version, count(a.type_id) as uses
                  from ticket_type y
                  left join ticket a on a.type_id = y.id
                 group by y.id
                 order by y.position, y.id
                """).query(TicketTypeSql::listed).list();
    }

    Optional<ListedType> find(long id) {
        return db.sql("""
                select y.id, y.name, y.valid, y.version,
                       (select count(*) from ticket a where a.type_id = y.id) as uses
                  from ticket_type y
                 where y.id = :id
                """).param("id", id).query(TicketTypeSql::listed).optional();
    }

    long insert(String name) {
        return db.sql("""
                insert into ticket_type (name, position)
                select :name, coalesce(max(position), 0) + 10
                  from ticket_type
                returning id
                """).param("name", name).query(Long.class).single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, String name, boolean valid) {
        return db.sql("""
                update ticket_type
                   set name = :name, valid = :valid, version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .param("id", id)
                        .param("seen", seen)
                        .param("name", name)
                        .param("valid", valid)
                        .update()
                == 1;
    }

    private static TicketType type(ResultSet row, int number) throws SQLException {
        return new TicketType(row.getLong("id"), row.getString("name"));
    }

    private static ListedType listed(ResultSet row, int number) throws SQLException {
        return new ListedType(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("valid"),
                row.getInt("version"),
                row.getInt("uses"));
    }
}
