package sportello.web.agent.live;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.database.Ears;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewers;
import sportello.ticket.Locking;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Presence;
import sportello.ticket.Presences;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** News travel through the database to the pages whom they concern. */
@SportelloTest
class LiveTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Autowired
    private JdbcClient db;

    @Autowired
    private Live live;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Presences presences;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private Ears ears;

    @Autowired
    private Viewers viewers;

    @Autowired
    private TransactionTemplate transaction;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() throws Exception {
        cast = Cast.onStage(db);
        untilHeard();
    }

    @Test
    void a_new_request_wakes_the_pages_of_its_group_and_no_others() throws Exception {
        var laura = watch(LAURA);
        var piero = watch(PIERO);
        open();
        assertThat(isTold(laura, Look.PAGE)).isTrue();
        assertThat(piero.await(SHORT))
                .as("the supplier learns nothing of other queues")
                .isEmpty();
    }

    @Test
    void what_was_rolled_back_is_not_called_out() throws Exception {
        var laura = watch(LAURA);
        transaction.executeWithoutResult(status -> {
            open();
            status.setRollbackOnly();
        });
        assertThat(laura.await(SHORT)).isEmpty();
    }

    @Test
    void news_that_come_together_are_one() throws Exception {
        var laura = watch(LAURA);
        laura.wake(Look.PAGE);
        laura.wake(Look.BELL);
        laura.wake(Look.PAGE);
        assertThat(laura.await(LONG)).containsExactlyInAnyOrder(Look.PAGE, Look.BELL);
        assertThat(laura.await(SHORT)).isEmpty();
    }

    @Test
    void a_page_that_is_sent_away_stops_waiting() throws Exception {
        var laura = watch(LAURA);
        laura.end();
        assertThat(laura.await(LONG)).isEmpty();
        assertThat(laura.isOver()).isTrue();
    }

    @Test
    void the_page_of_a_ticket_hears_of_this_ticket_only() throws Exception {
        var mine = open();
        untilQuiet();
        var page = live.watch(cast.as(LAURA), id(mine));
        open();
        assertThat(page.await(LONG)).as("another ticket of the same queue").containsExactly(Look.BELL);
        locking.lock(mine, cast.as(LAURA));
        assertThat(page.await(LONG)).containsExactly(Look.PAGE);
    }

    @Test
    void what_happens_while_a_page_is_on_its_way_is_told_when_it_is_there() throws Exception {
        var mine = open();
        untilQuiet();
        var asked = Instant.now();
        locking.lock(mine, cast.as(LAURA));
        untilQuiet();
        var page = live.watch(cast.as(LAURA), id(mine));
        live.catchUp(page, asked);
        assertThat(page.await(LONG)).containsExactly(Look.PAGE);
        live.catchUp(page, Instant.now());
        assertThat(page.await(SHORT)).as("nothing since").isEmpty();
    }

    @Test
    void a_page_that_was_very_long_on_its_way_looks_again() throws Exception {
        untilQuiet();
        var page = watch(LAURA);
        live.catchUp(page, Instant.now().minus(Recent.KEPT));
        assertThat(page.await(LONG)).contains(Look.PAGE);
    }

    @Test
    void a_node_that_has_just_begun_knows_that_it_missed_something() throws Exception {
        var asked = Instant.now();
        var young = new Live(Clock.systemUTC());
        young.start();
        var page = young.watch(cast.as(LAURA), null);
        young.catchUp(page, asked);
        assertThat(page.await(SHORT)).containsExactly(Look.PAGE);
    }

    @Test
    void who_comes_to_a_tickets_page_is_called_out_to_those_who_are_there_and_not_to_the_lists() throws Exception {
        var mine = open();
        untilQuiet();
        var page = live.watch(cast.as(LAURA), id(mine));
        var list = watch(LAURA);
        presences.note(mine, Presence.LOOKING, cast.as(MARIO));
        assertThat(page.await(LONG)).containsExactly(Look.PRESENCE);
        presences.note(mine, Presence.LOOKING, cast.as(MARIO));
        assertThat(page.await(SHORT)).as("still there is no news").isEmpty();
        presences.leave(mine, cast.as(MARIO));
        assertThat(page.await(LONG)).containsExactly(Look.PRESENCE);
        assertThat(list.await(SHORT)).isEmpty();
    }

    @Test
    void what_one_node_calls_out_every_node_hears() throws Exception {
        var elsewhere = new Live(Clock.systemUTC());
        elsewhere.start();
        var announcements = ears.on(LiveSql.CHANNEL, called -> Signal.of(called).ifPresent(elsewhere::hear));
        announcements.start();
        try {
            var there = elsewhere.watch(cast.as(LAURA), null);
            var here = watch(LAURA);
            for (var tries = 0; tries < 100; tries++) {
                open();
                if (!there.await(Duration.ofMillis(100)).isEmpty()) break;
                assertThat(tries).as("the second node is deaf").isLessThan(99);
            }
            assertThat(isTold(here, Look.PAGE)).isTrue();
        } finally {
            announcements.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from login_session where account_id in (select id from account where agent_id = :agent)",
                "update agent set valid = false where id = :agent",
                "delete from agent_permission where agent_id = :agent and permission = 'note'",
                "delete from agent_role where agent_id = :agent",
                "delete from role_permission where role_id = (select role_id from agent_role where agent_id = :agent)",
                "update role set valid = false where id = (select role_id from agent_role where agent_id = :agent)"
            })
    void who_loses_the_session_or_a_key_hears_nothing_more_on_any_node(String loss) throws Exception {
        var gone = leaver();
        var elsewhere = new Live(Clock.systemUTC());
        elsewhere.start();
        var announcements = ears.on(LiveSql.CHANNEL, called -> Signal.of(called).ifPresent(elsewhere::hear));
        announcements.start();
        try {
            var laura = watch(LAURA);
            var there = elsewhere.watch(gone, null);
            var ear = elsewhere.watch(cast.as(LAURA), null);
            for (var tries = 0; tries < 100 && ear.await(Duration.ofMillis(100)).isEmpty(); tries++) open();
            var here = live.watch(gone, null);
            db.sql(loss).param("agent", gone.id().value()).update();
            for (var page : List.of(here, there)) {
                for (var tries = 0; tries < 100 && !page.isOver(); tries++) page.await(Duration.ofMillis(100));
                assertThat(page.isOver()).isTrue();
            }
            assertThat(laura.isOver()).isFalse();
        } finally {
            announcements.stop();
            forget(gone);
        }
    }

    /** Somebody with a session, a key and a role of the own. */
    private AgentViewer leaver() {
        var id = db.sql("""
                with gone as (insert into agent (login, first_name, last_name, email)
                              select 'lea' || nextval('agent_id_seq'), 'Lea', 'Partenza',
                                     'lea' || currval('agent_id_seq') || '@valleservizi.example'
                              returning id),
                     made as (insert into role (name) select 'Partenze ' || id from gone returning id),
                     held as (insert into agent_role (agent_id, role_id) select g.id, m.id from gone g, made m),
                     keys as (insert into role_permission (role_id, group_id, permission)
                              select m.id, p.id, 'ro' from made m, permission_group p where p.name = 'energia'),
                     own as (insert into agent_permission (agent_id, group_id, permission)
                             select g.id, p.id, 'note' from gone g, permission_group p where p.name = 'energia')
                select id from gone
                """).query(Long.class).single();
        var gone = viewers.agent(new AgentId(id)).orElseThrow();
        LoggedIn.cookie(gone, db);
        return gone;
    }

    private void forget(AgentViewer gone) {
        for (var trace : List.of(
                "delete from role_permission where role_id in (select id from role where name = 'Partenze ' || :agent)",
                "delete from agent_role where agent_id = :agent",
                "delete from role where name = 'Partenze ' || :agent",
                "delete from agent_permission where agent_id = :agent",
                "delete from account where agent_id = :agent",
                "delete from agent where id = :agent"))
            db.sql(trace).param("agent", gone.id().value()).update();
    }

    @Test
    void words_of_another_version_are_no_news() {
        assertThat(Signal.of("17")).isEmpty();
        assertThat(Signal.of("ticket 3 17")).contains(new Signal.TicketChanged(new GroupId(3), new TicketId(17)));
    }

    /** The ear may still be on its way to the database when the test begins. */
    private void untilHeard() throws Exception {
        var watch = watch(LAURA);
        for (var tries = 0; tries < 100; tries++) {
            open();
            if (!watch.await(Duration.ofMillis(100)).isEmpty()) break;
        }
        live.leave(watch);
        untilQuiet();
    }

    /** News may come one by one. */
    private static boolean isTold(Watch watch, Look wanted) throws Exception {
        for (var heard = watch.await(LONG); !heard.isEmpty(); heard = watch.await(LONG)) {
            if (heard.contains(wanted)) return true;
        }
        return false;
    }

    private void untilQuiet() throws Exception {
        var watch = watch(LAURA);
        while (!watch.await(SHORT).isEmpty()) Thread.onSpinWait();
        live.leave(watch);
    }

    private Watch watch(Operator who) {
        return live.watch(cast.as(who), null);
    }

    private TicketId id(TicketNumber number) {
        return tickets.find(number, cast.as(LAURA)).orElseThrow().id();
    }

    private TicketNumber open() {
        var giulia = cast.as(GIULIA);
        var outcome = opening.byPortal(
                giulia,
                giulia.customer(),
                value(Title.of(LibraryStory.TITLE)),
                value(Message.of(LibraryStory.TEXT)),
                Uploads.NONE);
        return value(outcome);
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }
}
