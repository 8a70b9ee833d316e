package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.identity.Viewer.AgentViewer;

/** What many people do at the same moment (S48, S59). */
@SportelloTest
class ManyAtOnceTest {
    private static final int MANY = 50;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Prioritising prioritising;

    @Autowired
    private TicketNumbers numbers;

    @Autowired
    private History history;

    @Autowired
    private TransactionTemplate transaction;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void of_fifty_simultaneous_lockers_one_wins_and_49_are_told_who_has_it() throws Exception {
        var number = opened();
        var lockers = lockers();
        var outcomes = atOnce(lockers.stream()
                .<Callable<Outcome<Trace>>>map(locker -> () -> locking.lock(number, locker))
                .toList());

        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Outcome.Done<?>))
                .hasSize(1);
        var winner = db.sql("select a.first_name || ' ' || a.last_name from ticket t join agent a on a.id = t.owner_id"
                        + " where t.number = :number and t.locked_at is not null")
                .param("number", number.value())
                .query(String.class)
                .single();
        var refused = outcomes.stream()
                .filter(outcome -> outcome instanceof Outcome.Refused<?>)
                .map(TicketLifeTest::refusal)
                .toList();
        assertThat(refused).hasSize(MANY - 1).allSatisfy(why -> {
            assertThat(why.message()).isEqualTo("ticket.held");
            assertThat(why.arguments().getFirst()).isEqualTo(winner);
        });
        assertThat(history.firstBroken(idOf(number))).isEmpty();
    }

    @Test
    void two_who_decide_on_the_same_version_do_not_overwrite_each_other() throws Exception {
        var number = opened();
        var laura = cast.as(LAURA);
        var outcomes = atOnce(List.of(
                (Callable<Outcome<Trace>>) () -> prioritising.prioritise(number, 0, Priority.HIGH, laura),
                () -> prioritising.prioritise(number, 0, Priority.LOW, laura)));
        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Outcome.Done<?>))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .filter(outcome -> outcome instanceof Outcome.Refused<?>)
                        .map(TicketLifeTest::refusal))
                .extracting(why -> why.message())
                .containsExactly("ticket.changed");
    }

    @Test
    void ticket_numbers_are_unique_however_many_ask() throws Exception {
        var drawn = atOnce(IntStream.range(0, MANY)
                .<Callable<List<String>>>mapToObj(caller -> () -> IntStream.range(0, 20)
                        .mapToObj(draw -> numbers.next().value())
                        .toList())
                .toList());
        var all = new ArrayList<String>();
        drawn.forEach(all::addAll);
        assertThat(new HashSet<>(all)).hasSize(MANY * 20);
    }

    @Test
    void a_creation_that_takes_its_time_keeps_nobody_else_from_a_number() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> transaction.execute(status -> {
                var number = numbers.next();
                inside.countDown();
                await(goOn);
                return number;
            }));
            inside.await();
            var quick = threads.submit(() -> numbers.next());
            assertThat(quick.get(10, java.util.concurrent.TimeUnit.SECONDS)).isNotNull();
            goOn.countDown();
            assertThat(slow.get()).isNotEqualTo(quick.get());
        }
    }

    private TicketNumber opened() {
        var giulia = cast.as(GIULIA);
        return TicketLifeTest.done(opening.byPortal(
                giulia,
                giulia.customer(),
                TicketLifeTest.title(LibraryStory.TITLE),
                TicketLifeTest.text(LibraryStory.TEXT),
                Uploads.NONE));
    }

    /** Fifty agents of Laura's rights. */
    private List<AgentViewer> lockers() {
        var laura = cast.as(LAURA);
        return IntStream.range(0, MANY)
                .mapToObj(nth -> db.sql("""
                        insert into agent (login, first_name, last_name, email)
                        values (:login, 'Operatore', :name, :login || '@valleservizi.example')
                        returning id
                        """)
                        .param("login", "locker" + nth + "-" + System.nanoTime())
                        .param("name", "Numero " + nth)
                        .query(Long.class)
                        .single())
                .map(id -> new AgentViewer(
                        new AgentId(id),
                        "Operatore",
                        "x",
                        laura.language(),
                        laura.zone(),
                        "system",
                        false,
                        false,
                        laura.grants()))
                .toList();
    }

    private TicketId idOf(TicketNumber number) {
        return new TicketId(db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single());
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var ready = new CountDownLatch(tasks.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return task.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : futures) results.add(future.get());
            return results;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
