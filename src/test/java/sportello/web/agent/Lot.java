package sportello.web.agent;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import sportello.agent.Permission;

/**
 * How groups, queues, roles, keys, customers and tickets are dealt out, each named by its place; and, said without a
 * query, who sees what.
 *
 * @param queues the group of each
 * @param people those who ask
 */
record Lot(
        List<Group> groups,
        List<Integer> queues,
        List<Role> roles,
        List<Clerk> clerks,
        List<Person> people,
        Set<Right> rights,
        List<Asked> tickets) {
    private static final int GROUPS = 6;
    private static final int QUEUES = 9;
    private static final int ROLES = 3;
    private static final int CLERKS = 3;
    private static final int PEOPLE = 4;
    private static final int TICKETS = 9;
    static final int CUSTOMERS = 4;

    /** @param reserved to the customers who have a right in it */
    record Group(boolean valid, boolean reserved) {}

    /**
     * What a customer's people may read in a reserved group, or one person.
     *
     * @param holder of the customers, or of the people
     * @param ours all that anybody asked for the customer, not the own requests alone
     */
    record Right(int group, boolean ofCustomer, int holder, boolean ours) {
        /** Nobody has two of them in one group. */
        List<Object> place() {
            return List.of(group, ofCustomer, holder);
        }
    }

    /** One key in one group. */
    record Key(int group, Permission permission) {
        boolean reads() {
            return permission == Permission.RO || permission == Permission.RW;
        }
    }

    record Role(boolean valid, boolean readsOnly, Set<Key> keys) {}

    /** @param roles those that the clerk has */
    record Clerk(Set<Key> keys, Set<Integer> roles, boolean supplier) {}

    /** @param further customers for which the person asks, beside the own one */
    record Person(int customer, Set<Integer> further, boolean confirmed) {
        boolean asksFor(int other) {
            return customer == other || further.contains(other);
        }
    }

    /** What becomes of a ticket in the end. */
    enum End {
        UNDER_WAY,
        CLOSED,
        ARCHIVED,
        REMOVED
    }

    /** @param person who asked, perhaps for a customer for whom the person asks no more */
    record Asked(int queue, int customer, int person, End end) {}

    /** The tickets of the queues in whose group, if it is in use, the clerk may read: of own right or by a role in use. */
    Set<Integer> seenBy(Clerk clerk) {
        return places(ticket -> reads(clerk, queues.get(ticket.queue())));
    }

    /** Those of them that were asked for the customer. */
    Set<Integer> askedFor(int customer, Clerk clerk) {
        return places(ticket -> ticket.customer() == customer && reads(clerk, queues.get(ticket.queue())));
    }

    /** Everybody for the house's own; for a supplier those who asked, as they still may, for a ticket that the supplier sees. */
    boolean knows(int person, Clerk clerk) {
        return !clerk.supplier()
                || !places(ticket -> ticket.person() == person
                                && people.get(person).asksFor(ticket.customer())
                                && reads(clerk, queues.get(ticket.queue())))
                        .isEmpty();
    }

    boolean knowsCustomer(int customer, Clerk clerk) {
        return !clerk.supplier() || !askedFor(customer, clerk).isEmpty();
    }

    /** What the person asked, whatever it was for. */
    Set<Integer> mine(int person) {
        return places(ticket -> ticket.person() == person && ticket.end() != End.REMOVED && isOpenTo(person, ticket));
    }

    /** What anybody asked for the person's customers, if it is known that they are the person's. */
    Set<Integer> ours(int person) {
        var reader = people.get(person);
        return places(ticket -> reader.confirmed()
                && reader.asksFor(ticket.customer())
                && ticket.end() != End.REMOVED
                && isOpenTo(person, ticket));
    }

    /**
     * Whether the ticket's group is for everybody, or is in use and the person has a right in it that reaches so far: of
     * the person's own, or of the customer for whom it was asked, if it is known that the person is one of theirs.
     */
    private boolean isOpenTo(int person, Asked ticket) {
        var place = queues.get(ticket.queue());
        var group = groups.get(place);
        if (!group.reserved()) return true;
        if (!group.valid()) return false;
        var reader = people.get(person);
        for (var right : rights) {
            if (right.group() != place || !(right.ours() || ticket.person() == person)) continue;
            if (!right.ofCustomer() && right.holder() == person) return true;
            if (right.ofCustomer()
                    && right.holder() == ticket.customer()
                    && reader.confirmed()
                    && reader.asksFor(ticket.customer())) return true;
        }
        return false;
    }

    Set<Integer> ended(End end) {
        return places(ticket -> ticket.end() == end);
    }

    private Set<Integer> places(Predicate<Asked> wanted) {
        return IntStream.range(0, tickets.size())
                .filter(ticket -> wanted.test(tickets.get(ticket)))
                .boxed()
                .collect(toSet());
    }

    boolean reads(Clerk clerk, int group) {
        if (!groups.get(group).valid()) return false;
        for (var key : clerk.keys()) if (key.group() == group && key.reads()) return true;
        for (var held : clerk.roles()) {
            var role = roles.get(held);
            if (role.valid()) for (var key : role.keys()) if (key.group() == group && key.reads()) return true;
        }
        return false;
    }

    static Arbitrary<Lot> any() {
        var groups = Combinators.combine(oneIn(4).map(chosen -> !chosen), oneIn(2))
                .as(Group::new)
                .list()
                .ofSize(GROUPS);
        var queues = place(GROUPS).list().ofSize(QUEUES);
        var role = Combinators.combine(oneIn(3).map(chosen -> !chosen), oneIn(3), keys(3))
                .as(Role::new);
        var clerk = Combinators.combine(keys(4), place(ROLES).set().ofMaxSize(ROLES), oneIn(3))
                .as(Clerk::new);
        var person = Combinators.combine(
                        place(CUSTOMERS), place(CUSTOMERS).set().ofMaxSize(2), oneIn(3))
                .as((customer, further, doubtful) -> new Person(customer, further, !doubtful));
        var ticket = Combinators.combine(place(QUEUES), place(CUSTOMERS), place(PEOPLE), Arbitraries.of(End.class))
                .as(Asked::new);
        var right = Combinators.combine(place(GROUPS), oneIn(2), place(Math.min(CUSTOMERS, PEOPLE)), oneIn(2))
                .as(Right::new);
        return Combinators.combine(
                        groups,
                        queues,
                        role.list().ofSize(ROLES),
                        clerk.list().ofMinSize(1).ofMaxSize(CLERKS),
                        person.list().ofSize(PEOPLE),
                        right.set().uniqueElements(Right::place).ofMinSize(4).ofMaxSize(12),
                        ticket.list().ofMinSize(1).ofMaxSize(TICKETS))
                .as(Lot::new);
    }

    private static Arbitrary<Set<Key>> keys(int most) {
        return Combinators.combine(place(GROUPS), Arbitraries.of(Permission.class))
                .as(Key::new)
                .set()
                .ofMaxSize(most);
    }

    private static Arbitrary<Integer> place(int of) {
        return Arbitraries.integers().between(0, of - 1).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Boolean> oneIn(int many) {
        return Arbitraries.integers()
                .between(1, many)
                .withDistribution(RandomDistribution.uniform())
                .map(number -> number == many);
    }
}
