package sportello.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

/** Who is told, in the house and in queues that do not follow it. */
@Component
class OwnershipSql {
    private static final String[] EVENTS = Arrays.stream(Moment.values())
            .flatMap(moment -> moment.occasions().stream())
            .map(Occasion::key)
            .toArray(String[]::new);

    private final JdbcClient db;

    OwnershipSql(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else changes who is told; telling goes on. */
    void keepAlone() {
        db.sql("lock table notification_exception in share row exclusive mode").update();
    }

    Map<Cell, Extent> house() {
        var house = new LinkedHashMap<Cell, Extent>();
        db.sql("""
                select event, audience, coalesce(house, enabled) as told
                  from notification_rule
                 where event = any(:events)
                 order by position
                """).param("events", EVENTS).query(row -> {
            house.merge(cell(row), Extent.of(row.getBoolean("told")), Extent::and);
        });
        return house;
    }

    Map<QueueId, Map<Cell, Extent>> own() {
        var own = new HashMap<QueueId, Map<Cell, Extent>>();
        db.sql("""
                select e.queue_id, r.event, r.audience, e.told
                  from notification_exception e
                  join notification_rule r on r.id = e.rule_id
                 where r.event = any(:events)
                 order by e.queue_id, r.position
                """).param("events", EVENTS).query(row -> {
            own.computeIfAbsent(new QueueId(row.getLong("queue_id")), queue -> new LinkedHashMap<>())
                    .merge(cell(row), Extent.of(row.getBoolean("told")), Extent::and);
        });
        return own;
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(Moment.of(Occasion.of(row.getString("event"))), Audience.of(row.getString("audience")));
    }

    /** These answers of a queue, instead of those it had. */
    void answer(QueueId queue, Map<Cell, Boolean> own) {
        db.sql("""
                delete from notification_exception e
                 using notification_rule r
                 where r.id = e.rule_id
                   and r.event = any(:events)
                   and e.queue_id = :queue
                """).param("events", EVENTS).param("queue", queue.value()).update();
        set(db.sql("""
                insert into notification_exception (queue_id, rule_id, told)
                select :queue, r.id, c.told
                  from unnest(:occasions, :audiences, :told) as c (event, audience, told)
                  join notification_rule r on r.event = c.event and r.audience = c.audience
                """), own).param("queue", queue.value()).update();
    }

    /** What the house does from now on; where nothing is said all stays. */
    void answer(Map<Cell, Boolean> house) {
        set(db.sql("""
                update notification_rule r
                   set house = nullif(c.told, r.enabled)
                  from unnest(:occasions, :audiences, :told) as c (event, audience, told)
                 where r.event = c.event
                   and r.audience = c.audience
                """), house).update();
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, Map<Cell, Boolean> answers) {
        List<String> occasions = new ArrayList<>();
        List<String> audiences = new ArrayList<>();
        List<Boolean> told = new ArrayList<>();
        answers.forEach((cell, answer) -> cell.moment().occasions().forEach(occasion -> {
            occasions.add(occasion.key());
            audiences.add(cell.audience().key());
            told.add(answer);
        }));
        return statement
                .param("occasions", occasions.toArray(String[]::new))
                .param("audiences", audiences.toArray(String[]::new))
                .param("told", told.toArray(Boolean[]::new));
    }
}
