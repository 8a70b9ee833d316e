package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The states of the house's own, as administrators keep them. */
@Component
class OwnStateSql {
    private static final String ALL = """
            select o.id, o.state_id, s.name || '-' || o.id as key, o.name as label_it, o.label_en, o.customer_it,
                   o.customer_en, o.mark, o.valid, o.version,
                   (select count(*) from ticket t where t.own_state_id = o.id) as uses
              from own_state o
              join ticket_state s on s.id = o.state_id
            """;

    private final JdbcClient db;

    OwnStateSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptOwnState> all() {
        return db.sql(ALL + " order by o.position, o.id")
                .query(OwnStateSql::kept)
                .list();
    }

    Optional<KeptOwnState> find(int id) {
        return db.sql(ALL + " where o.id = :id")
                .param("id", id)
                .query(OwnStateSql::kept)
                .optional();
    }

    /** A new one comes last. */
    int insert(State model, LabelSettings label) {
        return asked("""
                insert into own_state (state_id, name, label_en, customer_it, customer_en, mark, valid, position)
                values (:model, :italian, :english, :customerItalian, :customerEnglish, :mark, :valid,
                        (select coalesce(max(position), 0) + 10 from own_state))
                returning id
                """, label).param("model", model.id()).query(Integer.class).single();
    }

    /** False if it was corrected since the version that was seen. */
    boolean update(int id, int seen, LabelSettings label) {
        return asked("""
                update own_state
                   set name = :italian, label_en = :english, customer_it = :customerItalian,
                       customer_en = :customerEnglish, mark = :mark, valid = :valid, version = version + 1
                 where id = :id and version = :seen
                """, label).param("id", id).param("seen", seen).update() == 1;
    }

    private JdbcClient.StatementSpec asked(String statement, LabelSettings label) {
        var mark = label.mark();
        return db.sql(statement)
                .param("italian", label.name().italian())
                .param("english", label.name().english())
                .param("customerItalian", label.customers().italian())
                .param("customerEnglish", label.customers().english())
                .param("mark", mark == null ? null : mark.key())
                .param("valid", label.valid());
    }

    private static KeptOwnState kept(ResultSet row, int number) throws SQLException {
        var state = new OwnState(row.getInt("id"), State.of(row.getInt("state_id")));
        return new KeptOwnState(state, LabelSql.kept(row, number), row.getLong("uses"));
    }
}
