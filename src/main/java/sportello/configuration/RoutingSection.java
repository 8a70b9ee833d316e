package sportello.configuration;

import static sportello.configuration.Reference.Kind.AGENT;
import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.queue.KeepingRouting;
import sportello.queue.KeptRoutingRule;
import sportello.queue.QueueId;
import sportello.queue.RoutingCondition;
import sportello.queue.RoutingRule;

/** The rules that put a request into its queue, in their order. */
@Component
class RoutingSection implements Section<RoutingSection.Entry> {
    private final KeepingRouting keeping;
    private final Register register;

    RoutingSection(KeepingRouting keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    record Entry(
            String name,
            List<RoutingCondition> conditions,
            String queue,
            String owner,
            String responsible,
            @Nullable Integer priority,
            boolean valid) {}

    @Override
    public Part part() {
        return Part.ROUTING;
    }

    @Override
    public Entry blank() {
        return new Entry("", List.of(), "", "", "", null, true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<Entry> all() {
        var queues = register.of(QUEUE);
        var agents = register.of(AGENT);
        return keeping.all().stream().map(kept -> entry(kept, queues, agents)).toList();
    }

    private static Entry entry(KeptRoutingRule kept, Names queues, Names agents) {
        var rule = kept.rule();
        var queue = rule.queue();
        return new Entry(
                rule.name(),
                rule.conditions(),
                queues.name(queue == null ? null : queue.value()),
                agents.name(value(rule.owner())),
                agents.name(value(rule.responsible())),
                rule.priority(),
                kept.valid());
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Stream.concat(
                Reference.to(QUEUE, entry.queue()), Reference.to(AGENT, entry.owner(), entry.responsible()));
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        var queue = register.of(QUEUE).id(wanted.queue());
        var rule = new RoutingRule(
                wanted.name(),
                wanted.conditions(),
                queue == null ? null : new QueueId(queue),
                agent(wanted.owner()),
                agent(wanted.responsible()),
                wanted.priority());
        if (before == null) return keeping.add(rule, wanted.valid(), by);
        var kept = kept(before.name());
        return keeping.correct(kept.id(), kept.version(), rule, wanted.valid(), by);
    }

    private @Nullable AgentId agent(String login) {
        var id = register.of(AGENT).id(login);
        return id == null ? null : new AgentId(id);
    }

    @Override
    public void arrange(List<Entry> entries, Authority by) {
        keeping.arrange(entries.stream().map(entry -> kept(entry.name()).id()).toList(), by);
    }

    private KeptRoutingRule kept(String name) {
        return Section.kept(keeping.all(), kept -> kept.rule().name(), name);
    }
}
