package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a talk was ended for the server's sake or for ours, and what can be noted afterwards. */
class PatienceTest {
    private final Patience patience = new Patience(Thread.currentThread());

    @AfterEach
    void be_interrupted_no_more() {
        Thread.interrupted();
    }

    @Test
    void who_is_stopped_while_the_server_still_has_time_is_cut_short() {
        patience.grant(Duration.ofHours(1));
        assertThat(patience.wasCutShort()).isFalse();
        patience.end();
        assertThat(patience.wasCutShort()).isTrue();
    }

    @Test
    void who_leaves_a_server_that_has_used_up_its_time_is_not() {
        patience.grant(Duration.ofHours(-1));
        patience.end();
        assertThat(patience.wasCutShort()).isFalse();
    }

    @Test
    void how_it_ended_can_be_noted_although_it_ended() {
        var noted = new ArrayList<Boolean>();
        patience.end();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        patience.atLast(() -> noted.add(Thread.currentThread().isInterrupted()));
        assertThat(noted).containsExactly(false);
    }
}
