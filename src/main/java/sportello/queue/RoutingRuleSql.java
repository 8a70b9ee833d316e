package sportello.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        Map<Long, RoutingRule> rules = new LinkedHashMap<>();
        Map<Long, List<RoutingCondition>> conditions = new LinkedHashMap<>();
        db.sql("""
                select r.id, r.name, r.queue_id, r.owner_id, r.responsible_id, r.priority,
                       c.field, c.operator, c.value, c.negated
                  from routing_rule r
                  left join routing_condition c on c.rule_id = r.id
                 where r.valid
                 order by r.position, c.position
                """).query(row -> {
            var id = row.getLong("id");
            var ofRule = conditions.computeIfAbsent(id, rule -> new ArrayList<>());
            if (row.getString("field") != null) ofRule.add(condition(row));
            rules.putIfAbsent(id, rule(row));
        });
        return rules.entrySet().stream()
                .map(entry -> with(entry.getValue(), conditions.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static RoutingRule with(RoutingRule rule, List<RoutingCondition> conditions) {
        return new RoutingRule(
                rule.name(), conditions, rule.queue(), rule.owner(), rule.responsible(), rule.priority());
    }

    private static RoutingRule rule(ResultSet row) throws SQLException {
        var queue = row.getObject("queue_id", Long.class);
        var owner = row.getObject("owner_id", Long.class);
        var responsible = row.getObject("responsible_id", Long.class);
        return new RoutingRule(
                row.getString("name"),
                List.of(),
                queue == null ? null : new QueueId(queue),
                owner == null ? null : new AgentId(owner),
                responsible == null ? null : new AgentId(responsible),
                row.getObject("priority", Integer.class));
    }

    private static RoutingCondition condition(ResultSet row) throws SQLException {
        return new RoutingCondition(
                RoutingCondition.Field.valueOf(row.getString("field").toUpperCase(Locale.ROOT)),
                RoutingCondition.Operator.valueOf(row.getString("operator").toUpperCase(Locale.ROOT)),
                row.getString("value"),
                row.getBoolean("negated"));
    }
}
