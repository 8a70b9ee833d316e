package sportello.web.agent;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.ticket.TicketNumber;

/** What a {@link Lot} says, in the database. */
final class DealtHouse {
    private final JdbcClient db;
    private final Lot lot;
    private final List<Long> groups = new ArrayList<>();
    private final List<Long> queues = new ArrayList<>();
    private final List<Long> roles = new ArrayList<>();
    private final List<Long> clerks = new ArrayList<>();
    private final List<String> tickets = new ArrayList<>();

    DealtHouse(JdbcClient db, Lot lot) {
        this.db = db;
        this.lot = lot;
        for (var valid : lot.groups()) group(valid);
        for (var group : lot.queues()) queue(group);
        for (var role : lot.roles()) role(role);
        for (var clerk : lot.clerks()) clerk(clerk);
    }

    /** In the place of the next one of the lot; everybody keeps an eye on it, whether they may see it or not. */
    void take(TicketNumber ticket) {
        var queue = queues.get(lot.tickets().get(tickets.size()));
        var id = db.sql("update ticket set queue_id = :queue where number = :number returning id")
                .param("queue", queue)
                .param("number", ticket.value())
                .query(Long.class)
                .single();
        for (var clerk : clerks) run("insert into ticket_watch values (%d, %d, now())", clerk, id);
        tickets.add(ticket.value());
    }

    AgentId id(int clerk) {
        return new AgentId(clerks.get(clerk));
    }

    Set<String> numbers() {
        return Set.copyOf(tickets);
    }

    Set<String> seenBy(Lot.Clerk clerk) {
        return lot.seenBy(clerk).stream().map(tickets::get).collect(toSet());
    }

    /** Of the queues that the clerk may read, how many tickets each has. */
    Map<String, Integer> reported(Lot.Clerk clerk) {
        return IntStream.range(0, queues.size())
                .filter(queue -> lot.reads(clerk, lot.queues().get(queue)))
                .boxed()
                .collect(toMap(DealtHouse::queueName, queue ->
                        (int) lot.tickets().stream().filter(queue::equals).count()));
    }

    /** Those in which the clerk may read. */
    Set<GroupId> readBy(Lot.Clerk clerk) {
        return IntStream.range(0, groups.size())
                .filter(group -> lot.reads(clerk, group))
                .mapToObj(group -> new GroupId(groups.get(group)))
                .collect(toSet());
    }

    List<GroupId> groups() {
        return groups.stream().map(GroupId::new).toList();
    }

    static boolean isDealt(String queue) {
        return queue.startsWith("Lotto ");
    }

    private static String queueName(int queue) {
        return "Lotto " + queue;
    }

    private void group(boolean valid) {
        groups.add(made(
                "insert into permission_group (name, valid) values ('lotto %d', %s) returning id",
                groups.size(), valid));
    }

    private void queue(int group) {
        queues.add(made(
                "insert into queue (name, group_id) values ('%s', %d) returning id",
                queueName(queues.size()), groups.get(group)));
    }

    private void role(Lot.Role role) {
        var id = made(
                "insert into role (name, valid, reads_only) values ('lotto %d', %s, %s) returning id",
                roles.size(), role.valid(), role.readsOnly());
        give(role.keys(), "insert into role_permission values (%d, %d, '%s')", id);
        roles.add(id);
    }

    private void clerk(Lot.Clerk clerk) {
        var id = made(
                "insert into agent (login, first_name, last_name, email)"
                        + " values ('lotto%1$d', 'Lotto', 'N. %1$d', 'lotto%1$d@valle.example') returning id",
                clerks.size());
        give(clerk.keys(), "insert into agent_permission values (%d, %d, '%s')", id);
        for (var role : clerk.roles()) run("insert into agent_role values (%d, %d)", id, roles.get(role));
        clerks.add(id);
    }

    private void give(Set<Lot.Key> keys, String statement, long holder) {
        for (var key : keys)
            run(statement, holder, groups.get(key.group()), key.permission().key());
    }

    private long made(String statement, Object... words) {
        return db.sql(statement.formatted(words)).query(Long.class).single();
    }

    private void run(String statement, Object... words) {
        db.sql(statement.formatted(words)).update();
    }
}
