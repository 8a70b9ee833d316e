package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GateTest {
    private final Gate gate = new Gate();

    @Test
    void so_many_are_let_in_and_the_next_when_one_has_left() {
        for (var place = 0; place < Gate.AT_ONCE; place++)
            assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).isFalse();

        gate.leave();

        assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).isFalse();
    }

    @Test
    void those_who_were_sent_away_by_a_slow_server_come_back_later_than_by_a_brisk_one() {
        var brisk = gate.pause();
        gate.heard(new Reply.Deferred("no answer"));
        var slow = gate.pause();
        gate.heard(new Reply.Accepted("250 ok"));

        assertThat(slow).isGreaterThan(brisk);
        assertThat(gate.pause()).isEqualTo(brisk);
    }
}
