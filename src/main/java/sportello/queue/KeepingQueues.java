package sportello.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.agent.Groups;
import sportello.agent.Permission;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.worktime.Hours;
import sportello.worktime.HoursId;

/**
 * Administrators keep the queues. A queue is never deleted, for tickets lie in it; invalid, it is offered to nobody and
 * takes no mail.
 */
@Component
public class KeepingQueues {
    private final KeptQueueSql sql;
    private final Agents agents;
    private final Groups groups;
    private final Hours hours;
    private final Book book;

    KeepingQueues(KeptQueueSql sql, Agents agents, Groups groups, Hours hours, Book book) {
        this.sql = sql;
        this.agents = agents;
        this.groups = groups;
        this.hours = hours;
        this.book = book;
    }

    /** A queue as the book tells of it. */
    private record Written(
            String name,
            String group,
            List<String> addresses,
            String senderName,
            MailPolicy policy,
            String owner,
            String responsible,
            int idleMinutes,
            String hours,
            boolean valid) {}

    /** All queues, invalid ones too, in the order of the tree. */
    public List<KeptQueue> all() {
        return sql.all();
    }

    public Optional<KeptQueue> find(QueueId id) {
        return sql.find(id);
    }

    /** The full name of the new queue. */
    @Transactional
    public Outcome<String> add(QueueSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("queues.administer");
        sql.keepAlone();
        return typed.checked()
                .then(this::placed)
                .then(settings -> fits(settings, null))
                .then(settings -> {
                    var id = sql.insert(settings, fullName(settings));
                    sql.reachBy(id, settings.addresses());
                    write(id, null);
                    return Outcome.done(fullName(settings));
                });
    }

    /** The full names of the new queues: of all, or, if one of them cannot be, of none. */
    @Transactional(propagation = Propagation.NESTED)
    public Outcome<List<String>> addAll(List<QueueSettings> typed, Authority by) {
        if (typed.isEmpty()) return Outcome.refused("queues.none_chosen");
        var names = new ArrayList<String>();
        for (var settings : typed) {
            switch (add(settings, by)) {
                case Outcome.Done<String>(var name) -> names.add(name);
                case Outcome.Refused<String>(var why) -> {
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                    return new Outcome.Refused<>(why);
                }
            }
        }
        return Outcome.done(names);
    }

    /** The one queue for what no rule sends elsewhere, in a house that has none yet. */
    @Transactional
    public Outcome<String> addRaw(QueueSettings typed, Authority by) {
        if (groups.staysReserved(typed.group())) return Outcome.refused("queues.raw_reserved");
        return add(typed, by).then(name -> {
            if (!sql.makeRaw(name)) throw new IllegalStateException("a second raw queue, " + name);
            return Outcome.done(name);
        });
    }

    /**
     * The queues below it follow its name and its place.
     *
     * @param seen the version of the queue that was corrected
     */
    @Transactional
    public Outcome<String> correct(QueueId id, int seen, QueueSettings typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("queues.administer");
        // Groups before queues, as whoever brings in a configuration: so nobody waits for who waits in turn.
        var reserved = groups.staysReserved(typed.group());
        sql.keepAlone();
        var before = sql.find(id).map(this::written).orElse(null);
        return typed.checked()
                .then(this::placed)
                .then(settings -> stays(settings, id, reserved))
                .then(settings -> fits(settings, id))
                .then(settings -> {
                    var name = fullName(settings);
                    if (!sql.update(id, seen, settings, name)) return Outcome.refused("queues.changed");
                    sql.renameBelow(id, name);
                    sql.reachBy(id, settings.addresses());
                    write(id, before);
                    return Outcome.done(name);
                });
    }

    private void write(QueueId id, @Nullable Written before) {
        var kept = sql.find(id).orElseThrow();
        book.write(Topic.QUEUES, id.value(), kept.queue().name(), before, written(kept));
    }

    private Written written(KeptQueue kept) {
        var queue = kept.queue();
        return new Written(
                queue.name(),
                kept.group(),
                kept.addresses(),
                kept.senderName(),
                kept.policy(),
                nameOf(queue.defaultOwner()),
                nameOf(queue.defaultResponsible()),
                kept.idleMinutes(),
                hours(kept.hours()),
                queue.valid());
    }

    private Outcome<QueueSettings> placed(QueueSettings settings) {
        var parent = settings.parent();
        return parent == null || sql.find(parent).isPresent()
                ? Outcome.done(settings)
                : Outcome.refused("queues.parent");
    }

    /** What other queues demand of the one that changes. */
    private Outcome<QueueSettings> stays(QueueSettings settings, QueueId id, boolean reserved) {
        var parent = settings.parent();
        if (parent != null && sql.isWithin(parent, id)) return Outcome.refused("queues.circle");
        var raw = sql.isRaw(id);
        if (raw && reserved) return Outcome.refused("queues.raw_reserved");
        if (settings.valid()) return Outcome.done(settings);
        if (raw) return Outcome.refused("queues.raw");
        return sql.hasValidBelow(id) ? Outcome.refused("queues.below") : Outcome.done(settings);
    }

    private Outcome<QueueSettings> fits(QueueSettings settings, @Nullable QueueId own) {
        if (!groups.isValid(settings.group())) return Outcome.refused("queues.group");
        var follows = settings.hours();
        if (follows != null && !hours.hold(follows)) return Outcome.refused("queues.hours");
        var name = fullName(settings);
        if (sql.isTaken(name, own)) return Outcome.refused("queues.known", name);
        var elsewhere = sql.reachedElsewhere(settings.addresses(), own);
        if (elsewhere.isPresent()) return Outcome.refused("queues.address_taken", elsewhere.get());
        return Stream.of(
                        Optional.ofNullable(settings.defaultOwner()),
                        Optional.ofNullable(settings.defaultResponsible()))
                .flatMap(Optional::stream)
                .filter(agent -> !mayWork(agent, settings))
                .findFirst()
                .<Outcome<QueueSettings>>map(agent -> Outcome.refused("queues.agent", nameOf(agent)))
                .orElseGet(() -> Outcome.done(settings));
    }

    private boolean mayWork(AgentId agent, QueueSettings settings) {
        return agents.grantsOf(agent).allow(Permission.RW, settings.group());
    }

    private String hours(@Nullable HoursId id) {
        if (id == null) return "";
        return hours.find(id).map(kept -> kept.details().name()).orElse("");
    }

    private String nameOf(@Nullable AgentId agent) {
        if (agent == null) return "";
        return agents.find(agent).map(Agent::name).orElse("");
    }

    private String fullName(QueueSettings settings) {
        var parent = settings.parent();
        return parent == null ? settings.name() : sql.nameOf(parent) + "::" + settings.name();
    }
}
