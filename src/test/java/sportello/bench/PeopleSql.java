package sportello.bench;

import static sportello.bench.People.AGENTS;
import static sportello.bench.People.CUSTOMERS;
import static sportello.bench.People.CUSTOMER_USERS;
import static sportello.bench.People.FIRST;
import static sportello.bench.People.GROUPS;
import static sportello.bench.People.QUEUES;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.identity.PasswordHash;

/** Writes the people down; three of them get an account. */
final class PeopleSql {
    private final JdbcClient db;

    PeopleSql(JdbcClient db) {
        this.db = db;
    }

    void write(Instant now) {
        for (var group = 0; group < GROUPS.size(); group++) group(group);
        for (var agent = 0; agent < AGENTS; agent++) agent(agent);
        for (var queue = 0; queue < QUEUES.size(); queue++) queue(queue);
        for (var agent = 0; agent < AGENTS; agent++) subscribe(agent);
        for (var customer = 0; customer < CUSTOMERS; customer++) customer(customer);
        for (var user = 0; user < CUSTOMER_USERS; user++) customerUser(user);
        letIn(now);
    }

    private void group(int group) {
        db.sql("insert into permission_group (id, name) values (?, ?)")
                .params(FIRST + group, GROUPS.get(group))
                .update();
    }

    private void agent(int agent) {
        var login = "agente" + (agent + 1);
        db.sql("insert into agent (id, login, first_name, last_name, email, administrator) values (?, ?, ?, ?, ?, ?)")
                .params(
                        FIRST + agent,
                        login,
                        People.firstName(agent),
                        People.lastName(agent),
                        login + "@valleservizi.example",
                        login.equals(People.ADMINISTRATOR))
                .update();
        for (var group : People.groupsOf(agent)) {
            db.sql("insert into agent_permission (agent_id, group_id, permission) values (?, ?, 'rw')")
                    .params(FIRST + agent, FIRST + group)
                    .update();
        }
    }

    private void queue(int queue) {
        db.sql("""
                insert into queue (id, name, parent_id, group_id, raw)
                values (?, ?, nullif(?, ?), ?, ? and not exists (select 1 from queue where raw))
                """)
                .params(
                        FIRST + queue,
                        QUEUES.get(queue),
                        FIRST + People.above(queue),
                        FIRST + queue,
                        FIRST + People.groupOf(queue),
                        queue == QUEUES.size() - 1)
                .update();
    }

    private void subscribe(int agent) {
        for (var queue : People.subscriptionsOf(agent)) {
            db.sql("insert into queue_subscription (agent_id, queue_id) values (?, ?)")
                    .params(FIRST + agent, FIRST + queue)
                    .update();
        }
    }

    private void customer(int customer) {
        db.sql("insert into customer (id, code, name, city) values (?, ?, ?, ?)")
                .params(
                        FIRST + customer,
                        "C%03d".formatted(customer + 1),
                        "Comune di Prova " + (customer + 1),
                        "Prova " + (customer + 1))
                .update();
    }

    private void customerUser(int user) {
        var login = "utente" + (user + 1);
        db.sql("""
                insert into customer_user (id, login, customer_id, first_name, last_name, email)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        FIRST + user,
                        login,
                        FIRST + People.customerOf(user),
                        People.firstName(user),
                        People.lastName(user),
                        login + "@comuni.example")
                .update();
    }

    private void letIn(Instant now) {
        var hash = PasswordHash.of(People.PASSWORD);
        var since = Timestamp.from(now);
        db.sql("""
                insert into account (agent_id, password_hash, changed_at)
                select id, ?, ? from agent where login in (?, ?)
                """).params(hash, since, People.ADMINISTRATOR, People.ORDINARY).update();
        db.sql("""
                insert into account (customer_user_id, password_hash, changed_at)
                select id, ?, ? from customer_user where login = ?
                """).params(hash, since, People.CUSTOMER_USER).update();
    }
}
