package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.cast.Caller.GIULIA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.customer.CustomerRights;
import sportello.customer.CustomerUserId;
import sportello.customer.Forgetting;
import sportello.identity.Viewer.CustomerViewer;
import sportello.identity.Viewers;
import sportello.queue.QueueId;

/** Of requests in a reserved group customers' people see what the group's rights say, and no more. */
@SportelloTest
@Transactional
class ReservedGroupsTest {
    private static final Uploads SLIP =
            new Uploads(List.of(new Upload("busta.txt", "text/plain", 4, () -> new ByteArrayInputStream(new byte[4]))));

    @Autowired
    private JdbcClient db;

    @Autowired
    private Requests requests;

    @Autowired
    private Opening opening;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Writings writings;

    @Autowired
    private Viewers viewers;

    @Autowired
    private ReservedQueues reserved;

    @Autowired
    private CustomerRights rights;

    @Autowired
    private Forgetting forgetting;

    private CustomerViewer giulia;
    private CustomerViewer colleague;
    private long group;
    private long queue;
    private TicketNumber mine;
    private TicketNumber ours;
    private RequestCounts underWay;

    @BeforeEach
    void two_of_one_town_ask_in_a_reserved_group() {
        giulia = Cast.onStage(db).as(GIULIA);
        colleague = colleague();
        group = id("insert into permission_group (name, reserved) values ('Personale', true) returning id");
        queue = id("insert into queue (name, group_id) values ('Personale', " + group + ") returning id");
        mine = opened(giulia);
        ours = opened(colleague);
        underWay = requests.underWay(giulia);
        for (var number : List.of(mine, ours))
            db.sql("update ticket set queue_id = :queue where number = :number")
                    .param("queue", queue)
                    .param("number", number.value())
                    .update();
    }

    @Test
    void without_a_right_nothing_of_it_exists() {
        sees(false, false, false);
        assertThat(requests.underWay(giulia)).isEqualTo(new RequestCounts(underWay.mine() - 1, underWay.ours() - 2));
        assertThatThrownBy(() -> requests.get(mine, giulia)).isInstanceOf(TicketNotFound.class);
        var file = requests.own(mine, giulia)
                .articles()
                .getFirst()
                .files()
                .getFirst()
                .id();
        assertThat(requests.file(mine, file, giulia)).isEmpty();
        assertThat(requests.ownFile(mine, file, giulia))
                .as("what is told of the person")
                .isPresent();
        assertThatThrownBy(() -> followingUp.byPortal(mine, text("Allora?"), Uploads.NONE, giulia))
                .isInstanceOf(TicketNotFound.class);
    }

    @Test
    void a_right_reaches_as_far_as_it_says() {
        record Case(String holder, boolean writes, boolean ours) {}
        var customer = "customer_id, %d".formatted(giulia.customer().value());
        var person = "customer_user_id, %d".formatted(giulia.id().value());
        for (var right : List.of(
                new Case(customer, false, false),
                new Case(customer, false, true),
                new Case(customer, true, false),
                new Case(person, false, true),
                new Case(person, true, false))) {
            give(right.holder(), right.writes(), right.ours());
            sees(true, right.ours(), right.writes());
            db.sql("delete from customer_right").update();
        }
    }

    @Test
    void the_right_of_one_person_is_nobody_elses() {
        give("customer_user_id, %d".formatted(colleague.id().value()), true, true);
        sees(false, false, false);
        give(
                "customer_id, " + id("insert into customer (code, name) values ('ALTRO', 'Altro ente') returning id"),
                true,
                true);
        sees(false, false, false);
    }

    @Test
    void of_whom_it_is_not_confirmed_the_customers_right_says_nothing() {
        give("customer_id, %d".formatted(giulia.customer().value()), true, true);
        db.sql("update customer_user set confirmed = false where id = :id")
                .param("id", giulia.id().value())
                .update();
        giulia = viewers.customerUser(giulia.id()).orElseThrow();
        sees(false, false, false);
        give("customer_user_id, %d".formatted(giulia.id().value()), true, true);
        sees(true, false, true);
    }

    @Test
    void in_a_group_that_is_not_valid_rights_give_nothing() {
        give("customer_id, %d".formatted(giulia.customer().value()), true, true);
        db.sql("update permission_group set valid = false where id = " + group).update();
        sees(false, false, false);
    }

    @Test
    void what_somebody_asked_is_told_of_the_person_all_the_same() {
        assertThat(writings.requests(giulia)).contains(mine);
        assertThat(requests.own(mine, giulia).articles()).isNotEmpty();
        assertThatThrownBy(() -> requests.own(ours, giulia)).isInstanceOf(TicketNotFound.class);
    }

    @Test
    void what_is_asked_for_no_customer_is_hidden_though_the_customer_has_a_right() {
        give("customer_id, %d".formatted(giulia.customer().value()), true, true);
        var queues = Set.of(new QueueId(queue));
        assertThat(reserved.hidden(queues, giulia.id(), null)).isEqualTo(queues);
        assertThat(reserved.hidden(queues, giulia.id(), giulia.customer())).isEmpty();
        assertThat(reserved.hidden(queues, null, null)).isEqualTo(queues);
    }

    @Test
    void who_is_erased_keeps_no_right() {
        give("customer_user_id, %d".formatted(giulia.id().value()), true, true);
        forgetting.forget(giulia.id(), "Persona", "cancellata");
        assertThat(rights.of(giulia.id())).isEmpty();
    }

    @Test
    void a_new_request_goes_where_its_writer_may_open_one() {
        db.sql("insert into routing_rule (position, name, queue_id) values (-1, 'Tutto al personale', :queue)")
                .param("queue", queue)
                .update();
        assertThat(queueOf(opened(giulia))).isNotEqualTo(queue);
        give("customer_id, %d".formatted(giulia.customer().value()), false, true);
        assertThat(queueOf(opened(giulia))).as("who only reads").isNotEqualTo(queue);
        give("customer_user_id, %d".formatted(giulia.id().value()), true, false);
        var number = opened(giulia);
        assertThat(queueOf(number)).isEqualTo(queue);
        assertThat(requests.exists(number, giulia)).isTrue();
    }

    private void sees(boolean own, boolean all, boolean writes) {
        assertThat(found(RequestScope.MINE)).isEqualTo(own ? List.of(mine) : List.of());
        assertThat(found(RequestScope.OURS))
                .isEqualTo(all ? List.of(ours, mine) : own && giulia.confirmed() ? List.of(mine) : List.of());
        assertThat(requests.exists(mine, giulia)).isEqualTo(own);
        assertThat(requests.exists(ours, giulia)).isEqualTo(all);
        if (!own) return;
        assertThat(requests.get(mine, giulia).takesWords()).isEqualTo(writes);
        assertThat(followingUp.byPortal(mine, text("Grazie."), Uploads.NONE, giulia))
                .isInstanceOf(writes ? Outcome.Done.class : Outcome.Refused.class);
    }

    private List<TicketNumber> found(RequestScope scope) {
        return requests.list(giulia, scope, RequestStage.UNDER_WAY, null).lines().stream()
                .map(RequestLine::number)
                .filter(List.of(mine, ours)::contains)
                .toList();
    }

    private void give(String holder, boolean writes, boolean reachesOurs) {
        var parts = holder.split(", ");
        db.sql("insert into customer_right (group_id, %s, writes, ours) values (%d, %s, %s, %s)"
                        .formatted(parts[0], group, parts[1], writes, reachesOurs))
                .update();
    }

    private TicketNumber opened(CustomerViewer by) {
        return done(opening.byPortal(by, by.customer(), title("Ferie"), text("Quante ne restano?"), SLIP));
    }

    private long queueOf(TicketNumber number) {
        return db.sql("select queue_id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    private CustomerViewer colleague() {
        var id = db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email)
                values ('bruno.prova', :customer, 'Bruno', 'Prova', 'bruno@prova.example')
                returning id
                """)
                .param("customer", giulia.customer().value())
                .query(Long.class)
                .single();
        return viewers.customerUser(new CustomerUserId(id)).orElseThrow();
    }

    private long id(String statement) {
        return db.sql(statement).query(Long.class).single();
    }
}
