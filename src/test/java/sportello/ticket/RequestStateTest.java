package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a ticket's state reads to whoever asked. */
class RequestStateTest {

    @ParameterizedTest
    @CsvSource({
        "NEW, false, false, RECEIVED",
        "IN_PROGRESS, true, false, IN_HAND",
        "IN_PROGRESS, true, true, IN_HAND",
        "OPEN, false, true, OPEN",
        "PENDING_REMINDER, false, false, ON_HOLD",
        "PENDING_CLOSE_SUCCESSFUL, false, true, CLOSING",
        "PENDING_CLOSE_UNSUCCESSFUL, false, false, CLOSING",
        "CLOSED_SUCCESSFUL, false, false, SOLVED",
        "CLOSED_UNSUCCESSFUL, false, true, UNSOLVED",
        "MERGED, false, false, MERGED",
    })
    void each_state_has_its_plain_word(State state, boolean inHand, boolean lastWordIsOurs, RequestState plain) {
        assertThat(RequestState.of(state, inHand, lastWordIsOurs)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void we_wait_for_the_customer_only_where_the_last_word_is_ours(boolean inHand) {
        assertThat(RequestState.of(State.PENDING_REMINDER, inHand, true)).isEqualTo(RequestState.WAITING_FOR_YOU);
        assertThat(RequestState.of(State.PENDING_REMINDER, inHand, false)).isEqualTo(RequestState.ON_HOLD);
    }

    @Test
    void what_was_removed_is_nobodys_request() {
        assertThatThrownBy(() -> RequestState.of(State.REMOVED, false, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void what_is_over_is_closed_or_merged_and_nothing_else(RequestState state) {
        var over = EnumSet.of(RequestState.SOLVED, RequestState.UNSOLVED, RequestState.MERGED);
        assertThat(state.isOver()).isEqualTo(over.contains(state));
        assertThat(state.takesReplies()).isEqualTo(state != RequestState.MERGED);
    }
}
