package sportello.web.agent;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import sportello.agent.Permission;

/**
 * How groups, queues, roles and keys are dealt out, each named by its place; and, said without a query, who sees what.
 *
 * @param groups whether each is in use
 * @param queues the group of each
 * @param tickets the queue of each
 */
record Lot(List<Boolean> groups, List<Integer> queues, List<Role> roles, List<Clerk> clerks, List<Integer> tickets) {
    private static final int GROUPS = 6;
    private static final int QUEUES = 9;
    private static final int ROLES = 3;
    private static final int CLERKS = 3;
    private static final int TICKETS = 9;

    /** One key in one group. */
    record Key(int group, Permission permission) {
        boolean reads() {
            return permission == Permission.RO || permission == Permission.RW;
        }
    }

    record Role(boolean valid, boolean readsOnly, Set<Key> keys) {}

    /** @param roles those that the clerk has */
    record Clerk(Set<Key> keys, Set<Integer> roles) {}

    /** The tickets of the queues in whose group, if it is in use, the clerk may read: of own right or by a role in use. */
    Set<Integer> seenBy(Clerk clerk) {
        return IntStream.range(0, tickets.size())
                .filter(ticket -> reads(clerk, queues.get(tickets.get(ticket))))
                .boxed()
                .collect(toSet());
    }

    boolean reads(Clerk clerk, int group) {
        if (!groups.get(group)) return false;
        for (var key : clerk.keys()) if (key.group() == group && key.reads()) return true;
        for (var held : clerk.roles()) {
            var role = roles.get(held);
            if (role.valid()) for (var key : role.keys()) if (key.group() == group && key.reads()) return true;
        }
        return false;
    }

    static Arbitrary<Lot> any() {
        var groups = oneIn(4).map(chosen -> !chosen).list().ofSize(GROUPS);
        var queues = place(GROUPS).list().ofSize(QUEUES);
        var role = Combinators.combine(oneIn(3).map(chosen -> !chosen), oneIn(3), keys(3))
                .as(Role::new);
        var clerk = Combinators.combine(keys(4), place(ROLES).set().ofMaxSize(ROLES))
                .as(Clerk::new);
        var tickets = place(QUEUES).list().ofMinSize(1).ofMaxSize(TICKETS);
        return Combinators.combine(
                        groups,
                        queues,
                        role.list().ofSize(ROLES),
                        clerk.list().ofMinSize(1).ofMaxSize(CLERKS),
                        tickets)
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
