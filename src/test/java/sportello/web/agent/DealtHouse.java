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
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.ticket.TicketNumber;

/** What a {@link Lot} says, in the database. */
final class DealtHouse {
    private final JdbcClient db;
    private final Lot lot;
    private final List<Long> groups = new ArrayList<>();
    private final List<Long> queues = new ArrayList<>();
    private final List<Long> roles = new ArrayList<>();
    private final List<Long> clerks = new ArrayList<>();
    private final List<Long> customers = new ArrayList<>();
    private final List<Long> people = new ArrayList<>();
    private final List<String> tickets = new ArrayList<>();

    DealtHouse(JdbcClient db, Lot lot) {
        this.db = db;
        this.lot = lot;
        for (var group : lot.groups()) group(group);
        for (var group : lot.queues()) queue(group);
        for (var role : lot.roles()) role(role);
        for (var clerk : lot.clerks()) clerk(clerk);
        for (var customer = 0; customer < Lot.CUSTOMERS; customer++) customer();
        for (var person : lot.people()) person(person);
        for (var right : lot.rights()) right(right);
    }

    /** In the place of the next one of the lot; everybody keeps an eye on it, whether they may see it or not. */
    void take(TicketNumber ticket) {
        var queue = queues.get(lot.tickets().get(tickets.size()).queue());
        var id = db.sql("update ticket set queue_id = :queue where number = :number returning id")
                .param("queue", queue)
                .param("number", ticket.value())
                .query(Long.class)
                .single();
        for (var clerk : clerks) run("insert into ticket_watch values (%d, %d, now())", clerk, id);
        tickets.add(ticket.value());
    }

    /** Each was asked for the customer and by the person of the lot, and its group is open to them or reserved. */
    void handOver() {
        for (var place = 0; place < groups.size(); place++)
            run(
                    "update permission_group set reserved = %s where id = %d",
                    lot.groups().get(place).reserved(), groups.get(place));
        for (var place = 0; place < tickets.size(); place++) {
            var asked = lot.tickets().get(place);
            run(
                    "update ticket set customer_id = %d, customer_user_id = %d where number = '%s'",
                    customers.get(asked.customer()), people.get(asked.person()), tickets.get(place));
        }
    }

    /** Each has come to its end. */
    void end() {
        end(Lot.End.CLOSED, "state_id = 7, state_type = 'closed', closed_at = now()");
        end(Lot.End.ARCHIVED, "state_id = 7, state_type = 'closed', closed_at = now(), archived_at = now()");
        end(Lot.End.REMOVED, "state_id = 10, state_type = 'removed'");
    }

    private void end(Lot.End end, String change) {
        for (var number : numbers(lot.ended(end))) run("update ticket set %s where number = '%s'", change, number);
    }

    CustomerId customer(int place) {
        return new CustomerId(customers.get(place));
    }

    CustomerUserId person(int place) {
        return new CustomerUserId(people.get(place));
    }

    AgentId id(int clerk) {
        return new AgentId(clerks.get(clerk));
    }

    Set<String> numbers() {
        return Set.copyOf(tickets);
    }

    Set<String> seenBy(Lot.Clerk clerk) {
        return numbers(lot.seenBy(clerk));
    }

    Set<String> numbers(Set<Integer> places) {
        return places.stream().map(tickets::get).collect(toSet());
    }

    /** Of the queues that the clerk may read, how many tickets each has. */
    Map<String, Integer> reported(Lot.Clerk clerk) {
        return IntStream.range(0, queues.size())
                .filter(queue -> lot.reads(clerk, lot.queues().get(queue)))
                .boxed()
                .collect(toMap(DealtHouse::queueName, queue -> (int) lot.tickets().stream()
                        .filter(ticket -> queue == ticket.queue())
                        .count()));
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

    private void group(Lot.Group group) {
        groups.add(made(
                "insert into permission_group (name, valid) values ('lotto %d', %s) returning id",
                groups.size(), group.valid()));
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
                "insert into agent (login, first_name, last_name, email, supplier)"
                        + " values ('lotto%1$d', 'Lotto', 'N. %1$d', 'lotto%1$d@valle.example', %2$s) returning id",
                clerks.size(), clerk.supplier());
        give(clerk.keys(), "insert into agent_permission values (%d, %d, '%s')", id);
        for (var role : clerk.roles()) run("insert into agent_role values (%d, %d)", id, roles.get(role));
        clerks.add(id);
    }

    private void customer() {
        customers.add(made(
                "insert into customer (code, name) values ('LOTTO%1$d', 'Comune Lotto %1$d') returning id",
                customers.size()));
    }

    private void person(Lot.Person person) {
        var id = made(
                "insert into customer_user (login, customer_id, first_name, last_name, email, confirmed)"
                        + " values ('sorte%1$d', %2$d, 'Sorte', 'N. %1$d', 'sorte%1$d@lotto.example', %3$s) returning id",
                people.size(), customers.get(person.customer()), person.confirmed());
        for (var further : person.further())
            if (further != person.customer())
                run("insert into customer_user_further_customer values (%d, %d)", id, customers.get(further));
        people.add(id);
    }

    private void right(Lot.Right right) {
        run(
                "insert into customer_right (group_id, %s, writes, ours) values (%d, %d, false, %s)",
                right.ofCustomer() ? "customer_id" : "customer_user_id",
                groups.get(right.group()),
                (right.ofCustomer() ? customers : people).get(right.holder()),
                right.ours());
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
