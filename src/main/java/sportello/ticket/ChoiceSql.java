package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists from which the desk chooses. Which table it is, the code says and never a person. */
@Component
class ChoiceSql {
    private final JdbcClient db;

    ChoiceSql(JdbcClient db) {
        this.db = db;
    }

    List<Choice> valid(ChoiceList list) {
        return db.sql("select id, name from %s where valid order by position, id".formatted(list.table()))
                .query(ChoiceSql::choice)
                .list();
    }

    Optional<Choice> valid(ChoiceList list, long id) {
        return db.sql("select id, name from %s where id = :id and valid".formatted(list.table()))
                .param("id", id)
                .query(ChoiceSql::choice)
                .optional();
    }

    /** What was said of a ticket, valid or not. */
    Optional<Choice> of(TicketId ticket, ChoiceList list) {
        return db.sql("""
                select c.id, c.name
                  from ticket t
                  join %1$s c on c.id = t.%2$s
                 where t.id = :ticket
                """.formatted(list.table(), list.column()))
                .param("ticket", ticket.value())
                .query(ChoiceSql::choice)
                .optional();
    }

    void say(TicketId ticket, ChoiceList list, @Nullable Choice choice) {
        db.sql("update ticket set %s = :choice where id = :ticket".formatted(list.column()))
                .param("choice", choice == null ? null : choice.id())
                .param("ticket", ticket.value())
                .update();
    }

    List<KeptChoice> all(ChoiceList list) {
        return db.sql("""
                select c.id, c.name, c.valid, c.version, count(u.%3$s) as uses
                  from %1$s c
                  left join %2$s u on u.%3$s = c.id
                 group by c.id
                 order by c.position, c.id
                """.formatted(list.table(), list.user(), list.column()))
                .query(ChoiceSql::kept)
                .list();
    }

    Optional<KeptChoice> find(ChoiceList list, long id) {
        return db.sql("""
                select c.id, c.name, c.valid, c.version,
                       (select count(*) from %2$s u where u.%3$s = c.id) as uses
                  from %1$s c
                 where c.id = :id
                """.formatted(list.table(), list.user(), list.column()))
                .param("id", id)
                .query(ChoiceSql::kept)
                .optional();
    }

    boolean isLastToChoose(ChoiceList list, long id) {
        return db.sql("select not exists (select 1 from %s where valid and id <> :id)".formatted(list.table()))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    long insert(ChoiceList list, String name) {
        return db.sql("""
                insert into %1$s (name, position)
                select :name, coalesce(max(position), 0) + 10
                  from %1$s
                returning id
                """.formatted(list.table()))
                .param("name", name)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False if it was changed since. */
    boolean update(ChoiceList list, long id, int seen, String name, boolean valid) {
        return db.sql("""
                update %s
                   set name = :name, valid = :valid, version = version + 1
                 where id = :id
                   and version = :seen
                """.formatted(list.table()))
                        .param("id", id)
                        .param("seen", seen)
                        .param("name", name)
                        .param("valid", valid)
                        .update()
                == 1;
    }

    private static Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(row.getLong("id"), row.getString("name"));
    }

    private static KeptChoice kept(ResultSet row, int number) throws SQLException {
        return new KeptChoice(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("valid"),
                row.getInt("version"),
                row.getInt("uses"));
    }
}
