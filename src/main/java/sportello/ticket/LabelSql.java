package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.field.Label;

/** How states and priorities are called. Which table it is, the code says and never a person. */
@Component
class LabelSql {
    private static final String DELIVERED = """
            select 'STATES' as list, id, name as key, label_it, label_en, customer_it, customer_en, mark, valid, version
              from ticket_state
             union all
            select 'PRIORITIES', id, id::text, label_it, label_en, '', '', mark, valid, version
              from ticket_priority
            """;

    /** The house's own states behind them, in their order. */
    private static final String EVERYTHING = """
            select kept.*, 0 as position
              from (%s) kept
             union all
            select 'STATES', o.id, s.name || '-' || o.id, o.name, o.label_en, o.customer_it, o.customer_en, o.mark, o.valid,
                   o.version, o.position
              from own_state o
              join ticket_state s on s.id = o.state_id
             order by position, id
            """.formatted(DELIVERED);

    private final JdbcClient db;

    LabelSql(JdbcClient db) {
        this.db = db;
    }

    HouseLabels all() {
        Map<LabelList, List<KeptLabel>> all = new EnumMap<>(LabelList.class);
        var own = new ArrayList<OwnState>();
        db.sql(EVERYTHING).query(row -> {
            var label = kept(row, 0);
            all.computeIfAbsent(LabelList.valueOf(row.getString("list")), list -> new ArrayList<>())
                    .add(label);
            if (Status.of(label.key()).orElse(null) instanceof OwnState further) own.add(further);
        });
        return new HouseLabels(all, own);
    }

    List<KeptLabel> all(LabelList list) {
        return db.sql("select * from (" + DELIVERED + ") kept where list = :list order by id")
                .param("list", list.name())
                .query(LabelSql::kept)
                .list();
    }

    Optional<KeptLabel> find(LabelList list, int id) {
        return db.sql("select * from (" + DELIVERED + ") kept where list = :list and id = :id")
                .param("list", list.name())
                .param("id", id)
                .query(LabelSql::kept)
                .optional();
    }

    /** False if it was corrected since the version that was seen. */
    boolean update(LabelList list, int id, int seen, LabelSettings settings) {
        var mark = settings.mark();
        return db.sql("""
                update %s
                   set label_it = :italian, label_en = :english, mark = :mark, valid = :valid, version = version + 1%s
                 where id = :id and version = :seen
                """.formatted(
                                        list.table(),
                                        list.isForCustomers()
                                                ? ", customer_it = :customerItalian, customer_en = :customerEnglish"
                                                : ""))
                        .param("italian", settings.name().italian())
                        .param("english", settings.name().english())
                        .param("customerItalian", settings.customers().italian())
                        .param("customerEnglish", settings.customers().english())
                        .param("mark", mark == null ? null : mark.key())
                        .param("valid", settings.valid())
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** Whether a rule that is in force gives it to requests. */
    boolean isGivenByRule(Priority priority) {
        return db.sql("select exists (select 1 from routing_rule where priority = :priority and valid)")
                .param("priority", priority.level())
                .query(Boolean.class)
                .single();
    }

    /** Every node hears it when the transaction commits. */
    void callOut(String channel) {
        db.sql("select pg_notify(:channel, '')")
                .param("channel", channel)
                .query((row, number) -> number)
                .list();
    }

    static KeptLabel kept(ResultSet row, int number) throws SQLException {
        return new KeptLabel(
                row.getInt("id"),
                row.getString("key"),
                new Label(row.getString("label_it"), row.getString("label_en")),
                new Label(row.getString("customer_it"), row.getString("customer_en")),
                mark(row.getString("mark")),
                row.getBoolean("valid"),
                row.getInt("version"));
    }

    private static @Nullable Mark mark(@Nullable String key) {
        return key == null ? null : Mark.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
