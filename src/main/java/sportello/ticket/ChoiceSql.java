package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.field.Field;
import sportello.field.WholeField;

/** The lists from which the desk chooses. Which table it is, the code says and never a person. */
@Component
class ChoiceSql {
    /** Each in one value, without the name of a list. */
    private static final String FIELDS = """
             union all
            select '' as list, f.id, %s as name,
                   row_number() over (order by f.subject <> 'ticket', f.subject, f.position, f.id) as place
              from field f
             where f.valid
            """.formatted(WholeField.VALUE);

    private final JdbcClient db;

    ChoiceSql(JdbcClient db) {
        this.db = db;
    }

    List<Choice> valid(ChoiceList list) {
        return db.sql("select id, name from %s where valid order by %s".formatted(list.table(), list.order()))
                .query(ChoiceSql::choice)
                .list();
    }

    /** What can be said of a ticket. */
    OfferedClasses offered() {
        return offered("").classes();
    }

    /** And what the house itself asks. */
    OfferedWords words() {
        return offered(FIELDS);
    }

    private OfferedWords offered(String more) {
        Map<ChoiceList, List<Choice>> offered = new EnumMap<>(ChoiceList.class);
        var fields = new ArrayList<Field>();
        db.sql(offered(ChoiceList.TYPES) + " union all " + offered(ChoiceList.SERVICES) + more
                        + " order by list, place")
                .query(row -> {
                    var list = row.getString("list");
                    if (list.isEmpty()) fields.add(WholeField.read(row.getString("name")));
                    else
                        offered.computeIfAbsent(ChoiceList.valueOf(list), one -> new ArrayList<>())
                                .add(choice(row, 0));
                });
        var classes = new OfferedClasses(
                offered.getOrDefault(ChoiceList.TYPES, List.of()),
                offered.getOrDefault(ChoiceList.SERVICES, List.of()));
        return new OfferedWords(classes, fields);
    }

    private static String offered(ChoiceList list) {
        return "select '%s' as list, id, name, row_number() over (order by %s) as place from %s where valid"
                .formatted(list.name(), list.order(), list.table());
    }

    Optional<Choice> valid(ChoiceList list, long id) {
        return db.sql("select id, name from %s where id = :id and valid".formatted(list.table()))
                .param("id", id)
                .query(ChoiceSql::choice)
                .optional();
    }

    /** The services for which customers can ask by themselves. */
    List<Choice> forCustomers() {
        return db.sql("select id, name from service where valid and for_customers order by "
                        + ChoiceList.SERVICES.order())
                .query(ChoiceSql::choice)
                .list();
    }

    /** Whether customers know the service, though they may no longer choose it. */
    boolean isForCustomers(long service) {
        return db.sql("select for_customers from service where id = :id")
                .param("id", service)
                .query(Boolean.class)
                .single();
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
        return db.sql(everything(list) + " order by " + list.order())
                .query(ChoiceSql::kept)
                .list();
    }

    Optional<KeptChoice> find(ChoiceList list, long id) {
        return db.sql(everything(list) + " where id = :id")
                .param("id", id)
                .query(ChoiceSql::kept)
                .optional();
    }

    private static String everything(ChoiceList list) {
        return """
                select id, name, %4$s, valid, version,
                       (select count(*) from %2$s where %3$s = %1$s.id) as uses
                  from %1$s
                """.formatted(
                        list.table(),
                        list.user(),
                        list.column(),
                        list.isTree()
                                ? "parent_id, note, for_customers"
                                : "null::bigint as parent_id, '' as note, false as for_customers");
    }

    boolean hasValidBelow(ChoiceList list, long id) {
        return db.sql("select exists (select 1 from %s where parent_id = :id and valid)".formatted(list.table()))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    boolean isLastToChoose(ChoiceList list, long id) {
        return db.sql("select not exists (select 1 from %s where valid and id <> :id)".formatted(list.table()))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** In its place in the tree, or else as the last. */
    long insert(ChoiceList list, String name) {
        var into = list.isTree() ? "(name) values (:name)" : """
                (name, position)
                select :name, coalesce(max(position), 0) + 10
                  from %s
                """.formatted(list.table());
        return db.sql("insert into %s %s returning id".formatted(list.table(), into))
                .param("name", name)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** Where it stands in the tree; the full names of all that stands below it follow its own. */
    void place(ChoiceList tree, long id, ChoiceSettings settings) {
        db.sql("update %s set parent_id = :parent, note = :note, for_customers = :customers where id = :id"
                        .formatted(tree.table()))
                .param("parent", settings.parent())
                .param("note", settings.note())
                .param("customers", settings.customers())
                .param("id", id)
                .update();
        db.sql("""
                with recursive below as (
                    select id, name from %1$s where id = :id
                    union all
                    select c.id, b.name || '%2$s' || regexp_replace(c.name, '^.*%2$s', '')
                      from %1$s c
                      join below b on c.parent_id = b.id)
                update %1$s c
                   set name = b.name, version = c.version + 1
                  from below b
                 where c.id = b.id
                   and c.name <> b.name
                """.formatted(tree.table(), KeptChoice.BELOW)).param("id", id).update();
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
                row.getObject("parent_id", Long.class),
                row.getString("note"),
                row.getBoolean("for_customers"),
                row.getBoolean("valid"),
                row.getInt("version"),
                row.getInt("uses"));
    }
}
