package sportello.web.agent;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.ticket.TicketNumber;

/** Groups, queues, roles and clerks with keys dealt out by lot, and, said without a query, who sees what. */
final class RandomHouse {
    private static final List<String> KEYS = List.of("ro", "move_into", "create", "note", "owner", "priority", "rw");

    private final JdbcClient db;
    private final SplittableRandom lot;
    private final List<Long> groups = new ArrayList<>();
    private final Set<Long> validGroups = new HashSet<>();
    private final Map<Long, Long> groupOfQueue = new TreeMap<>();
    private final List<Role> roles = new ArrayList<>();
    private final List<Clerk> clerks = new ArrayList<>();
    private final Map<String, Long> queueOfTicket = new TreeMap<>();

    /** One key in one group. */
    record Key(long group, String name) {
        boolean reads() {
            return name.equals("ro") || name.equals("rw");
        }
    }

    record Role(long id, boolean valid, Set<Key> keys) {}

    record Clerk(long id, Set<Key> keys, Set<Role> roles) {}

    RandomHouse(JdbcClient db, long seed) {
        this.db = db;
        this.lot = new SplittableRandom(seed);
        for (var number = 0; number < 6; number++) group(number);
        for (var number = 0; number < 9; number++) queue(number);
        for (var number = 0; number < 3; number++) role(number);
        for (var number = 0; number < 4; number++) clerk(number);
    }

    List<Clerk> clerks() {
        return clerks;
    }

    List<Long> groups() {
        return groups;
    }

    Set<String> numbers() {
        return queueOfTicket.keySet();
    }

    void putSomewhere(TicketNumber ticket) {
        var queue = any(List.copyOf(groupOfQueue.keySet()));
        db.sql("update ticket set queue_id = :queue where number = :number")
                .param("queue", queue)
                .param("number", ticket.value())
                .update();
        queueOfTicket.put(ticket.value(), queue);
    }

    /** Those of the queues in whose group, if it is in use, the clerk may read: of own right or by a role in use. */
    Set<String> seenBy(Clerk clerk) {
        return queueOfTicket.entrySet().stream()
                .filter(ticket -> reads(clerk, groupOfQueue.get(ticket.getValue())))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Group by group. */
    Map<Long, Set<Long>> readers() {
        return groups.stream()
                .collect(toMap(
                        group -> group,
                        group -> clerks.stream()
                                .filter(clerk -> reads(clerk, group))
                                .map(Clerk::id)
                                .collect(toSet())));
    }

    private boolean reads(Clerk clerk, long group) {
        if (!validGroups.contains(group)) return false;
        for (var key : clerk.keys()) if (key.group() == group && key.reads()) return true;
        for (var role : clerk.roles())
            if (role.valid()) for (var key : role.keys()) if (key.group() == group && key.reads()) return true;
        return false;
    }

    private void group(int number) {
        var valid = !oneIn(4);
        var id = made("insert into permission_group (name, valid) values ('lotto %d', %s) returning id", number, valid);
        groups.add(id);
        if (valid) validGroups.add(id);
    }

    private void queue(int number) {
        var group = any(groups);
        groupOfQueue.put(
                made("insert into queue (name, group_id) values ('Lotto %d', %d) returning id", number, group), group);
    }

    private void role(int number) {
        var valid = !oneIn(3);
        var id = made("insert into role (name, valid) values ('lotto %d', %s) returning id", number, valid);
        var keys = keys(3);
        for (var key : keys) run("insert into role_permission values (%d, %d, '%s')", id, key.group(), key.name());
        roles.add(new Role(id, valid, keys));
    }

    private void clerk(int number) {
        var id = made(
                "insert into agent (login, first_name, last_name, email)"
                        + " values ('lotto%1$d', 'Lotto', 'N. %1$d', 'lotto%1$d@valle.example') returning id",
                number);
        var keys = keys(4);
        for (var key : keys) run("insert into agent_permission values (%d, %d, '%s')", id, key.group(), key.name());
        var held = roles.stream().filter(role -> oneIn(2)).collect(toSet());
        for (var role : held) run("insert into agent_role values (%d, %d)", id, role.id());
        clerks.add(new Clerk(id, keys, held));
    }

    private Set<Key> keys(int most) {
        return LongStream.range(0, lot.nextInt(most + 1))
                .mapToObj(number -> new Key(any(groups), any(KEYS)))
                .collect(toSet());
    }

    private boolean oneIn(int many) {
        return lot.nextInt(many) == 0;
    }

    private <T> T any(List<T> things) {
        return things.get(lot.nextInt(things.size()));
    }

    private long made(String statement, Object... words) {
        return db.sql(statement.formatted(words)).query(Long.class).single();
    }

    private void run(String statement, Object... words) {
        db.sql(statement.formatted(words)).update();
    }
}
