package sportello.queue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

@Component
class RoutingRuleSql {
    private final JdbcClient db;

    RoutingRuleSql(JdbcClient db) {
        this.db = db;
    }

    /** The valid rules, first things first. A rule without conditions matches everything. */
    List<RoutingRule> inOrder() {
        return all().stream()
                .filter(KeptRoutingRule::valid)
                .map(KeptRoutingRule::rule)
                .toList();
    }

    List<KeptRoutingRule> all() {
        var lines = db.sql("""
                select r.id, r.name, r.queue_id, r.owner_id, r.responsible_id, r.priority, r.valid, r.version,
                       c.field, c.operator, c.value, c.negated
                  from routing_rule r
                  left join routing_condition c on c.rule_id = r.id
                 order by r.position, r.id, c.position
                """).query(RoutingRuleSql::line).list();
        return lines.stream()
                .collect(groupingBy(line -> line.rule().id(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(RoutingRuleSql::whole)
                .toList();
    }

    /** A rule, and one of its conditions. */
    private record Line(KeptRoutingRule rule, @Nullable RoutingCondition condition) {}

    private static KeptRoutingRule whole(List<Line> lines) {
        var kept = lines.getFirst().rule();
        var rule = kept.rule();
        var conditions =
                lines.stream().map(Line::condition).filter(Objects::nonNull).toList();
        return new KeptRoutingRule(
                kept.id(),
                new RoutingRule(
                        rule.name(), conditions, rule.queue(), rule.owner(), rule.responsible(), rule.priority()),
                kept.valid(),
                kept.version());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var rule = new RoutingRule(
                row.getString("name"),
                List.of(),
                queue(row.getObject("queue_id", Long.class)),
                agent(row.getObject("owner_id", Long.class)),
                agent(row.getObject("responsible_id", Long.class)),
                row.getObject("priority", Integer.class));
        return new Line(
                new KeptRoutingRule(row.getLong("id"), rule, row.getBoolean("valid"), row.getInt("version")),
                row.getString("field") == null ? null : condition(row));
    }

    private static @Nullable QueueId queue(@Nullable Long id) {
        return id == null ? null : new QueueId(id);
    }

    private static @Nullable AgentId agent(@Nullable Long id) {
        return id == null ? null : new AgentId(id);
    }

    private static RoutingCondition condition(ResultSet row) throws SQLException {
        return new RoutingCondition(
                RoutingCondition.Field.of(row.getString("field")),
                RoutingCondition.Operator.of(row.getString("operator")),
                row.getString("value"),
                row.getBoolean("negated"));
    }

    long insert(RoutingRule rule, boolean valid) {
        return set(db.sql("""
                        insert into routing_rule (name, queue_id, owner_id, responsible_id, priority, valid, position)
                        select :name, :queue::bigint, :owner::bigint, :responsible::bigint, :priority::smallint, :valid,
                               coalesce(max(position), 0) + 10
                          from routing_rule
                        returning id
                        """), rule, valid)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, RoutingRule rule, boolean valid) {
        return set(db.sql("""
                                update routing_rule
                                   set name = :name, queue_id = :queue, owner_id = :owner,
                                       responsible_id = :responsible, priority = :priority, valid = :valid,
                                       version = version + 1
                                 where id = :id
                                   and version = :seen
                                """), rule, valid).param("id", id).param("seen", seen).update() == 1;
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, RoutingRule rule, boolean valid) {
        var queue = rule.queue();
        var owner = rule.owner();
        var responsible = rule.responsible();
        return statement
                .param("name", rule.name())
                .param("queue", queue == null ? null : queue.value())
                .param("owner", owner == null ? null : owner.value())
                .param("responsible", responsible == null ? null : responsible.value())
                .param("priority", rule.priority())
                .param("valid", valid);
    }

    /** These conditions, instead of those it had. */
    void ask(long id, List<RoutingCondition> conditions) {
        db.sql("delete from routing_condition where rule_id = :id")
                .param("id", id)
                .update();
        for (var position = 1; position <= conditions.size(); position++)
            insert(id, position, conditions.get(position - 1));
    }

    private void insert(long id, int position, RoutingCondition condition) {
        db.sql("""
                insert into routing_condition (rule_id, position, field, operator, value, negated)
                values (:id, :position, :field, :operator, :value, :negated)
                """)
                .param("id", id)
                .param("position", position)
                .param("field", condition.field().key())
                .param("operator", condition.operator().key())
                .param("value", condition.value())
                .param("negated", condition.negated())
                .update();
    }
}
