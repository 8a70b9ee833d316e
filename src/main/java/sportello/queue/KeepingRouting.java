package sportello.queue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep the rules that put a request into its queue, and the order in which they are asked. */
@Component
public class KeepingRouting {
    private final RoutingRuleSql sql;
    private final RoutingRuleCheck check;
    private final Queues queues;
    private final Agents agents;
    private final KeptList list;
    private final Book book;

    KeepingRouting(
            RoutingRuleSql sql, RoutingRuleCheck check, Queues queues, Agents agents, KeptLists lists, Book book) {
        this.sql = sql;
        this.check = check;
        this.queues = queues;
        this.agents = agents;
        this.list = lists.of("routing_rule", Topic.ROUTING);
        this.book = book;
    }

    /** A rule as the book tells of it. */
    private record Written(
            String name,
            List<RoutingCondition> conditions,
            String destination,
            String owner,
            String responsible,
            @Nullable Integer priority,
            boolean valid) {}

    /** All of them, in their order. */
    public List<KeptRoutingRule> all() {
        return sql.all();
    }

    public Optional<KeptRoutingRule> find(long id) {
        return all().stream().filter(kept -> kept.id() == id).findFirst();
    }

    /** A new rule is asked last. */
    @Transactional
    public Outcome<String> add(RoutingRule typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("routing.administer");
        list.keepAlone();
        return check.of(typed).then(rule -> named(rule, 0)).then(rule -> {
            var id = sql.insert(rule, valid);
            sql.ask(id, rule.conditions());
            book.write(Topic.ROUTING, id, rule.name(), null, written(rule, valid));
            return Outcome.done(rule.name());
        });
    }

    /** @param seen the version of the rule that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, RoutingRule typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("routing.administer");
        list.keepAlone();
        var before = find(id).map(kept -> written(kept.rule(), kept.valid())).orElse(null);
        return check.of(typed).then(rule -> named(rule, id)).then(rule -> {
            if (!sql.update(id, seen, rule, valid)) return Outcome.refused("routing.changed");
            sql.ask(id, rule.conditions());
            book.write(Topic.ROUTING, id, rule.name(), before, written(rule, valid));
            return Outcome.done(rule.name());
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("routing.administer");
        list.move(id, up);
        return Outcome.done(id);
    }

    /** These in this order, on the places that they have together. */
    @Transactional
    public Outcome<Integer> arrange(List<Long> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused("routing.administer");
        list.arrange(ids);
        return Outcome.done(ids.size());
    }

    private Outcome<RoutingRule> named(RoutingRule rule, long own) {
        return list.isTaken(rule.name(), own) ? Outcome.refused("routing.known", rule.name()) : Outcome.done(rule);
    }

    private Written written(RoutingRule rule, boolean valid) {
        var queue = rule.queue();
        return new Written(
                rule.name(),
                rule.conditions(),
                queue == null ? "" : queues.find(queue).map(Queue::name).orElse(""),
                nameOf(rule.owner()),
                nameOf(rule.responsible()),
                rule.priority(),
                valid);
    }

    private String nameOf(@Nullable AgentId agent) {
        return agent == null ? "" : agents.find(agent).map(Agent::name).orElse("");
    }
}
