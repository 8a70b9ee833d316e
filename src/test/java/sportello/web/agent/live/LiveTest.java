package sportello.web.agent.live;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.SportelloTest;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.Opening;
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
        assertThat(laura.await(LONG)).isTrue();
        assertThat(piero.await(SHORT))
                .as("the supplier learns nothing of other queues")
                .isFalse();
    }

    @Test
    void what_was_rolled_back_is_not_called_out() throws Exception {
        var laura = watch(LAURA);
        transaction.executeWithoutResult(status -> {
            open();
            status.setRollbackOnly();
        });
        assertThat(laura.await(SHORT)).isFalse();
    }

    @Test
    void news_that_come_together_are_one() throws Exception {
        var laura = watch(LAURA);
        laura.wake();
        laura.wake();
        assertThat(laura.await(LONG)).isTrue();
        assertThat(laura.await(SHORT)).isFalse();
    }

    @Test
    void a_page_that_is_sent_away_stops_waiting() throws Exception {
        var laura = watch(LAURA);
        laura.end();
        assertThat(laura.await(LONG)).isFalse();
        assertThat(laura.isOver()).isTrue();
    }

    /** The ear may still be on its way to the database when the test begins. */
    private void untilHeard() throws Exception {
        var watch = watch(LAURA);
        for (var tries = 0; tries < 100; tries++) {
            open();
            if (watch.await(Duration.ofMillis(100))) break;
        }
        while (watch.await(SHORT)) Thread.onSpinWait();
        live.leave(watch);
    }

    private Watch watch(Operator who) {
        return live.watch(cast.as(who).grants().groupsFor(Permission.RO));
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
