package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final AccountId ONE = new AccountId(1);
    private static final AccountId OTHER = new AccountId(2);
    private static final AccountId THIRD = new AccountId(3);
    private static final AccountId FOURTH = new AccountId(4);

    private final Gate gate = new Gate();

    @Test
    void before_a_full_door_the_other_is_open_until_all_together_are_too_many() {
        for (var place = 0; place < Gate.AT_ONCE; place++)
            assertThat(gate.enter(ONE)).isTrue();
        gate.heard(ONE, new Reply.Away("no answer"));

        for (var door : List.of(OTHER, THIRD))
            for (var place = 0; place < Gate.AT_ONCE; place++)
                assertThat(gate.enter(door)).isTrue();
        assertThat(gate.enter(FOURTH)).isFalse();
        assertThat(gate.pause(OTHER)).isLessThan(gate.pause(ONE));

        gate.leave(ONE);
        assertThat(gate.enter(FOURTH)).isTrue();
    }

    @Test
    void so_many_are_let_in_and_the_next_when_one_has_left() {
        for (var place = 0; place < Gate.AT_ONCE; place++)
            assertThat(gate.enter(ONE)).isTrue();
        assertThat(gate.enter(ONE)).isFalse();

        gate.leave(ONE);

        assertThat(gate.enter(ONE)).isTrue();
        assertThat(gate.enter(ONE)).isFalse();
    }

    @Test
    void those_who_were_sent_away_by_a_slow_server_come_back_later_than_by_a_brisk_one() {
        var brisk = gate.pause(ONE);
        gate.heard(ONE, new Reply.Deferred("no answer"));
        var slow = gate.pause(ONE);
        gate.heard(ONE, new Reply.Accepted("250 ok"));

        assertThat(slow).isGreaterThan(brisk);
        assertThat(gate.pause(ONE)).isEqualTo(brisk);
    }
}
