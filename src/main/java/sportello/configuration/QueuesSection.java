package sportello.configuration;

import static sportello.configuration.Reference.Kind.AGENT;
import static sportello.configuration.Reference.Kind.GROUP;
import static sportello.configuration.Reference.Kind.HOURS;
import static sportello.configuration.Reference.Kind.QUEUE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.GroupId;
import sportello.base.Outcome;
import sportello.queue.KeepingQueues;
import sportello.queue.KeptQueue;
import sportello.queue.MailPolicy;
import sportello.queue.MailPolicy.OnClosed;
import sportello.queue.MailPolicy.OnStranger;
import sportello.queue.QueueId;
import sportello.queue.QueueSettings;
import sportello.worktime.HoursId;
import tools.jackson.databind.node.ObjectNode;

/** The tree of queues, each by its full name. */
@Component
class QueuesSection implements Section<QueuesSection.Entry> {
    private static final String BELOW = "::";

    private final KeepingQueues keeping;
    private final Register register;

    QueuesSection(KeepingQueues keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param raw whether it is the one for what no rule sends elsewhere */
    record Entry(
            String name,
            String group,
            boolean raw,
            List<String> addresses,
            String senderName,
            OnClosed onClosed,
            OnStranger onStranger,
            int idleMinutes,
            String hours,
            String owner,
            String responsible,
            boolean valid) {

        static Entry of(KeptQueue kept, Names agents, Names hours) {
            var queue = kept.queue();
            var follows = kept.hours();
            return new Entry(
                    queue.name(),
                    kept.group(),
                    queue.raw(),
                    kept.addresses(),
                    kept.senderName(),
                    kept.policy().onClosed(),
                    kept.policy().onStranger(),
                    kept.idleMinutes(),
                    hours.name(follows == null ? null : follows.value()),
                    agents.name(value(queue.defaultOwner())),
                    agents.name(value(queue.defaultResponsible())),
                    queue.valid());
        }

        private static @Nullable Long value(@Nullable AgentId agent) {
            return agent == null ? null : agent.value();
        }

        /** Empty for none. */
        String parent() {
            var end = name.lastIndexOf(BELOW);
            return end < 0 ? "" : name.substring(0, end);
        }

        QueueSettings settings(Register register) {
            var agents = register.of(AGENT);
            var parent = register.of(QUEUE).id(parent());
            var follows = register.of(HOURS).id(hours);
            return new QueueSettings(
                    name.substring(parent().isEmpty() ? 0 : parent().length() + BELOW.length()),
                    parent == null ? null : new QueueId(parent),
                    new GroupId(register.of(GROUP).known(group)),
                    addresses,
                    senderName,
                    new MailPolicy(onClosed, onStranger),
                    idleMinutes,
                    follows == null ? null : new HoursId(follows),
                    agent(agents.id(owner)),
                    agent(agents.id(responsible)),
                    valid);
        }

        private static @Nullable AgentId agent(@Nullable Long id) {
            return id == null ? null : new AgentId(id);
        }
    }

    @Override
    public Part part() {
        return Part.QUEUES;
    }

    @Override
    public Entry blank() {
        return new Entry("", "", false, List.of(), "", OnClosed.REOPEN, OnStranger.NOTE, 0, "", "", "", true);
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        var agents = register.of(AGENT);
        var hours = register.of(HOURS);
        return keeping.all().stream().map(kept -> Entry.of(kept, agents, hours)).toList();
    }

    /** There is only ever one raw queue, so the document means it even if it calls it by another name. */
    @Override
    public Optional<Entry> renamed(ObjectNode said) {
        return said.path("raw").asString("").equals("true")
                ? all().stream().filter(Entry::raw).findFirst()
                : Optional.empty();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Stream.of(
                        Reference.to(QUEUE, entry.parent()),
                        Reference.to(GROUP, entry.group()),
                        Reference.to(HOURS, entry.hours()),
                        Reference.to(AGENT, entry.owner(), entry.responsible()))
                .flatMap(references -> references);
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (wanted.group().isEmpty()) return Outcome.refused("queues.group");
        var settings = wanted.settings(register);
        if (before == null) return wanted.raw() ? keeping.addRaw(settings, by) : keeping.add(settings, by);
        if (before.raw() != wanted.raw()) return Outcome.refused("configuration.raw");
        var kept = Section.kept(keeping.all(), queue -> queue.queue().name(), before.name());
        return keeping.correct(kept.queue().id(), kept.version(), settings, by);
    }
}
