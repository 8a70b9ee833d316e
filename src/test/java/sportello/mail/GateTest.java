package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.settings.Encryption;
import sportello.settings.SmtpServer;

class GateTest {
    private static final Account ONE = account(1, "uno.example", 587);
    private static final Account OTHER = account(2, "due.example", 587);
    private static final Account THIRD = account(3, "tre.example", 587);
    private static final Account FOURTH = account(4, "quattro.example", 587);

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
    void the_accounts_of_one_server_go_through_one_door_and_another_port_is_another() {
        for (var account = 0; account < Gate.AT_ONCE; account++)
            assertThat(gate.enter(account(10 + account, "UNO.example", 587))).isTrue();

        assertThat(gate.enter(ONE)).isFalse();
        assertThat(gate.enter(account(1, "uno.example", 465))).isTrue();
    }

    private static Account account(long id, String host, int port) {
        return new Account(new AccountId(id), new SmtpServer(Encryption.STARTTLS, host, port, null, null, ""), null);
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
