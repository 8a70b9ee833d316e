package sportello.field;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What fields say. In which table, the subject tells and never a person. */
@Component
class FilledFieldSql {
    private static final String VALUES = """
            select v.%2$s as of_id, f.id, f.name, f.label_it, f.label_en, f.kind, f.currency, v.text, v.number, v.day, v.moment, v.yes,
                   v.option_id, o.name as option, v.named_agent_id, v.named_customer_id,
                   coalesce(a.login, c.code) as named_key,
                   coalesce(a.first_name || ' ' || a.last_name, c.name) as named
              from %1$s v
              join field f on f.id = v.field_id
              left join field_option o on o.id = v.option_id
              left join agent a on a.id = v.named_agent_id
              left join customer c on c.id = v.named_customer_id
            """;
    private static final String ORDER = " order by f.position, f.id, o.position, o.id";

    private final JdbcClient db;

    FilledFieldSql(JdbcClient db) {
        this.db = db;
    }

    Map<Long, List<FilledField>> of(Subject subject, List<Long> ids) {
        var found = new Found();
        db.sql(in(subject, VALUES + " where v.%2$s = any(:ids)" + ORDER))
                .param("ids", ids.toArray(Long[]::new))
                .query(found::take);
        return found.fields;
    }

    Map<Long, List<FilledField>> of(Subject subject, List<Long> ids, Screen screen) {
        var found = new Found();
        db.sql(in(subject, VALUES + """
                  join field_screen s on s.field_id = f.id and s.screen = :screen
                 where v.%2$s = any(:ids)
                   and f.valid
                """ + ORDER))
                .param("ids", ids.toArray(Long[]::new))
                .param("screen", screen.key())
                .query(found::take);
        return found.fields;
    }

    void clear(Subject subject, long id, FieldId field) {
        db.sql(in(subject, "delete from %1$s where %2$s = :id and field_id = :field"))
                .param("id", id)
                .param("field", field.value())
                .update();
    }

    void insert(Subject subject, long id, FieldId field, Value value) {
        db.sql(in(subject, """
                insert into %1$s (%2$s, field_id, text, number, day, moment, yes, option_id, named_agent_id,
                                named_customer_id)
                select :id, :field, cast(:text as text), cast(:number as numeric), cast(:day as date),
                       cast(:moment as timestamptz), cast(:yes as boolean), option_id, cast(:agent as bigint),
                       cast(:customer as bigint)
                  from unnest(:options) as chosen (option_id)
                """))
                .param("id", id)
                .param("field", field.value())
                .param("text", text(value))
                .param("number", number(value))
                .param("day", value instanceof Value.Day(var day) ? day : null)
                .param("moment", value instanceof Value.Moment(var moment) ? Timestamp.from(moment) : null)
                .param("yes", value instanceof Value.YesNo(var is) ? is : null)
                .param("agent", value instanceof Value.Agent(var named) ? named.id() : null)
                .param("customer", value instanceof Value.Customer(var named) ? named.id() : null)
                .param("options", options(value))
                .update();
    }

    private static @Nullable BigDecimal number(Value value) {
        if (value instanceof Value.Amount(var amount)) return amount;
        return value instanceof Value.Money money ? money.amount() : null;
    }

    private static @Nullable String text(Value value) {
        return switch (value) {
            case Value.Words(var words) -> words;
            case Value.Link(var address) -> address;
            case Value.Amount _,
                    Value.Money _,
                    Value.Day _,
                    Value.Moment _,
                    Value.Chosen _,
                    Value.Agent _,
                    Value.Customer _,
                    Value.YesNo _ -> null;
        };
    }

    /** What chooses nothing is one line without an option. */
    private static @Nullable Long[] options(Value value) {
        return value instanceof Value.Chosen(var options)
                ? options.stream().map(Option::id).toArray(Long[]::new)
                : new Long[] {null};
    }

    private static String in(Subject subject, String statement) {
        return statement.formatted(subject.table(), subject.column());
    }

    /** What was chosen together comes in lines that follow each other. */
    private static final class Found {
        private final Map<Long, List<FilledField>> fields = new HashMap<>();

        void take(ResultSet row) throws SQLException {
            var of = fields.computeIfAbsent(row.getLong("of_id"), id -> new ArrayList<>());
            var field = new FieldName(
                    new FieldId(row.getLong("id")),
                    row.getString("name"),
                    row.getString("label_it"),
                    row.getString("label_en"));
            var kind = Kind.of(row.getString("kind")).orElseThrow();
            var value = value(kind, row);
            var before = of.isEmpty() ? null : of.getLast();
            if (before != null && before.field().equals(field) && before.value() instanceof Value.Chosen(var options)) {
                var more = new ArrayList<>(options);
                if (value instanceof Value.Chosen(var one)) more.addAll(one);
                of.removeLast();
                value = new Value.Chosen(more);
            }
            of.add(new FilledField(field, kind, value));
        }

        private static Value value(Kind kind, ResultSet row) throws SQLException {
            return switch (kind) {
                case LINE, TEXT -> new Value.Words(row.getString("text"));
                case LINK -> new Value.Link(row.getString("text"));
                case NUMBER, DECIMAL -> new Value.Amount(row.getObject("number", BigDecimal.class));
                case MONEY -> new Value.Money(row.getObject("number", BigDecimal.class), row.getString("currency"));
                case DATE -> new Value.Day(row.getObject("day", LocalDate.class));
                case MOMENT -> new Value.Moment(row.getTimestamp("moment").toInstant());
                case CHOICE, CHOICES, TREE ->
                    new Value.Chosen(List.of(new Option(row.getLong("option_id"), row.getString("option"))));
                case YES_NO -> new Value.YesNo(row.getBoolean("yes"));
                case AGENT -> new Value.Agent(named(row, "named_agent_id"));
                case CUSTOMER -> new Value.Customer(named(row, "named_customer_id"));
            };
        }

        private static Named named(ResultSet row, String id) throws SQLException {
            return new Named(row.getLong(id), row.getString("named_key"), row.getString("named"));
        }
    }
}
