package sportello.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.KeptList;
import sportello.audit.KeptLists;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.customer.Customers;
import sportello.ticket.Limit.Bound;

/** Administrators keep the limits. One that is not valid forbids nothing; none is thrown away. */
@Component
public class KeepingLimits {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    private final KeptLimitSql sql;
    private final Customers customers;
    private final KeptList list;
    private final Book book;

    KeepingLimits(KeptLimitSql sql, Customers customers, KeptLists lists, Book book) {
        this.sql = sql;
        this.customers = customers;
        this.list = lists.of("ticket_limit", Topic.LIMITS);
        this.book = book;
    }

    /** A limit as the book tells of it. */
    private record Written(String name, When when, Then then, boolean valid) {

        private record When(
                String queues,
                String types,
                String services,
                String states,
                String priorities,
                String customers,
                String roles) {}

        private record Then(
                String works, String states, String priorities, String types, String services, String queues) {}

        static Written of(KeptLimit kept) {
            var names = kept.names();
            var when = kept.limit().when();
            var then = kept.limit().then();
            return new Written(
                    kept.limit().name(),
                    new When(
                            joined(names.queues()),
                            joined(names.types()),
                            joined(names.services()),
                            joined(keys(when.states())),
                            joined(when.priorities()),
                            joined(when.customers()),
                            joined(names.roles())),
                    new Then(
                            joined(then.works().stream()
                                    .map(work -> work.name().toLowerCase(Locale.ROOT))
                                    .toList()),
                            joined(then.states(), keys(then.states().choices())),
                            joined(then.priorities(), then.priorities().choices()),
                            joined(then.types(), names.toTypes()),
                            joined(then.services(), names.toServices()),
                            joined(then.queues(), names.toQueues())),
                    kept.valid());
        }

        private static List<String> keys(Collection<Status> states) {
            return states.stream().map(Status::key).toList();
        }

        /** What is left stands behind an equals sign, what is not behind another. */
        private static String joined(Bound<?> bound, Collection<?> named) {
            return bound.isNone() ? "" : (bound.only() ? "= " : "≠ ") + joined(named);
        }

        private static String joined(Collection<?> values) {
            return String.join(
                    ", ", values.stream().map(String::valueOf).sorted().toList());
        }
    }

    /** All of them, in their order. */
    public List<KeptLimit> all() {
        return sql.all();
    }

    public Optional<KeptLimit> find(long id) {
        return all().stream().filter(kept -> kept.id() == id).findFirst();
    }

    /** The names of those that speak of a queue, or of one above it. */
    public List<String> ofQueue(String name) {
        return speaking(limit -> reaches(limit.names().queues(), "::", name)
                || reaches(limit.names().toQueues(), "::", name));
    }

    /** The same for a role. */
    public List<String> ofRole(long id) {
        return speaking(limit -> limit.limit().when().roles().contains(id));
    }

    /** The same for a type, or for a service or one above it; of causes none speaks. */
    public List<String> ofChoice(ChoiceList choices, String name) {
        return switch (choices) {
            case TYPES ->
                speaking(limit -> limit.names().types().contains(name)
                        || limit.names().toTypes().contains(name));
            case SERVICES ->
                speaking(limit -> reaches(limit.names().services(), KeptChoice.BELOW, name)
                        || reaches(limit.names().toServices(), KeptChoice.BELOW, name));
            case CAUSES -> List.of();
        };
    }

    private static boolean reaches(List<String> named, String below, String name) {
        return named.stream().anyMatch(above -> name.equals(above) || name.startsWith(above + below));
    }

    private List<String> speaking(Predicate<KeptLimit> ofIt) {
        return sql.all().stream().filter(ofIt).map(kept -> kept.limit().name()).toList();
    }

    /** A new one comes last. */
    @Transactional
    public Outcome<String> add(Limit typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("limits.administer");
        list.keepAlone();
        return checked(typed, 0).then(limit -> {
            var id = sql.insert(limit, valid);
            book.write(Topic.LIMITS, id, limit.name(), null, Written.of(sql.find(id)));
            return Outcome.done(limit.name());
        });
    }

    /** @param seen the version of the limit that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, Limit typed, boolean valid, Authority by) {
        if (!by.administrator()) return Outcome.refused("limits.administer");
        list.keepAlone();
        var before = find(id).map(Written::of).orElse(null);
        return checked(typed, id).then(limit -> {
            if (!sql.update(id, seen, limit, valid)) return Outcome.refused("limits.changed");
            book.write(Topic.LIMITS, id, limit.name(), before, Written.of(sql.find(id)));
            return Outcome.done(limit.name());
        });
    }

    /** One place up or down; at either end nothing happens. */
    @Transactional
    public Outcome<Long> move(long id, boolean up, Authority by) {
        if (!by.administrator()) return Outcome.refused("limits.administer");
        list.move(id, up);
        return Outcome.done(id);
    }

    /** These in this order, on the places that they have together. */
    @Transactional
    public Outcome<Integer> arrange(List<Long> ids, Authority by) {
        if (!by.administrator()) return Outcome.refused("limits.administer");
        list.arrange(ids);
        return Outcome.done(ids.size());
    }

    /** The limit as it will be kept: one that forbids something, of tickets that there can be. */
    private Outcome<Limit> checked(Limit typed, long own) {
        var name = CleanText.line(typed.name());
        if (CleanText.isBlank(name)) return Outcome.refused("limits.name");
        if (name.length() > LONGEST) return Outcome.refused("limits.name_long", LONGEST);
        if (list.isTaken(name, own)) return Outcome.refused("limits.known", name);
        if (!areLevels(typed.when().priorities())
                || !areLevels(typed.then().priorities().choices())) return Outcome.refused("letters.priority");
        var codes = typed.when().customers().stream().map(CleanText::line).toList();
        var strangers = customers.unknown(codes);
        if (!strangers.isEmpty()) return Outcome.refused("limits.customer", strangers.getFirst());
        if (typed.then().isNothing()) return Outcome.refused("limits.nothing");
        return Limit.WORKS.containsAll(typed.then().works())
                ? Outcome.done(new Limit(name, typed.when(), typed.then()))
                : Outcome.refused("limits.always");
    }

    private static boolean areLevels(Collection<Integer> levels) {
        return levels.stream().allMatch(level -> level >= 1 && level <= 5);
    }
}
