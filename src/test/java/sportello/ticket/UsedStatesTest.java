package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sportello.base.Refusal;

/** Which states can be taken out of use. */
class UsedStatesTest {
    private final Set<State> marked = EnumSet.allOf(State.class);

    @ParameterizedTest
    @EnumSource
    void what_the_house_needs_stays_and_what_people_choose_can_go(State state) {
        assertThat(used().hindrance(state).isPresent())
                .isEqualTo(
                        switch (state.type()) {
                            case NEW, OPEN, MERGED, REMOVED -> true;
                            case PENDING_REMINDER, PENDING_AUTO, CLOSED -> false;
                        });
    }

    @Test
    void something_stays_in_which_a_ticket_can_be_closed() {
        marked.remove(State.CLOSED_UNSUCCESSFUL);
        assertThat(used().hindrance(State.CLOSED_SUCCESSFUL)).contains(new Refusal("states.last.closed"));
        assertThat(used().hindrance(State.CLOSED_UNSUCCESSFUL)).isEmpty();
    }

    @Test
    void something_stays_in_which_a_ticket_can_wait() {
        marked.remove(State.PENDING_CLOSE_SUCCESSFUL);
        marked.remove(State.PENDING_CLOSE_UNSUCCESSFUL);
        assertThat(used().hindrance(State.PENDING_REMINDER)).contains(new Refusal("states.last.pending"));
    }

    @Test
    void nothing_closes_by_itself_into_what_is_out_of_use() {
        marked.remove(State.CLOSED_UNSUCCESSFUL);
        assertThat(used().have(State.PENDING_CLOSE_UNSUCCESSFUL)).isFalse();
        assertThat(used().have(State.PENDING_CLOSE_SUCCESSFUL)).isTrue();
    }

    @Test
    void the_last_that_waits_keeps_the_state_in_which_it_ends() {
        marked.remove(State.PENDING_REMINDER);
        marked.remove(State.PENDING_CLOSE_SUCCESSFUL);
        assertThat(used().hindrance(State.CLOSED_UNSUCCESSFUL)).contains(new Refusal("states.last.pending"));
        assertThat(used().hindrance(State.CLOSED_SUCCESSFUL)).isEmpty();
    }

    private UsedStates used() {
        return new UsedStates(marked);
    }
}
