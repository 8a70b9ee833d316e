package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sportello.identity.Actor;

/** What stands for a state in addresses, forms and histories. */
class StatusTest {
    private static final OwnState SUPPLIER = new OwnState(7, State.PENDING_REMINDER);

    @Test
    void each_is_known_again_by_its_key() {
        assertThat(Status.of("pending_reminder")).contains(State.PENDING_REMINDER);
        assertThat(SUPPLIER.key()).isEqualTo("pending_reminder-7");
        assertThat(Status.of(SUPPLIER.key())).contains(SUPPLIER);
    }

    @Test
    void what_is_none_is_none() {
        for (var odd : new String[] {"", "-", "7", "open-", "open-x", "pending-7", "open-9999999999", "open-7-7"})
            assertThat(Status.of(odd)).as(odd).isEmpty();
        assertThat(Status.closed("closed_successful-3")).contains(new OwnState(3, State.CLOSED_SUCCESSFUL));
        assertThat(Status.closed("open-3")).isEmpty();
    }

    @Test
    void ours_covers_those_that_behave_like_it_and_not_the_other_way_round() {
        assertThat(State.PENDING_REMINDER.covers(SUPPLIER)).isTrue();
        assertThat(SUPPLIER.covers(SUPPLIER)).isTrue();
        assertThat(SUPPLIER.covers(State.PENDING_REMINDER)).isFalse();
        assertThat(State.OPEN.covers(SUPPLIER)).isFalse();
    }

    /** Lines of before there were any read as they did. */
    @Test
    void the_history_keeps_which_it_was() {
        var changed = new TicketEvent.StateChanged(new TicketId(1), Actor.SYSTEM, State.OPEN, SUPPLIER);
        assertThat(Facts.of(changed)).contains("\"from\":\"OPEN\"", "\"to\":\"PENDING_REMINDER-7\"");
        assertThat(Facts.read(Facts.of(changed))).isEqualTo(changed);
    }

    @Test
    void the_house_forgets_nothing_if_it_does_not_know_it() {
        assertThat(HouseLabels.OURS.isInUse(SUPPLIER)).isFalse();
        assertThat(HouseLabels.OURS.mark(SUPPLIER)).isEqualTo(Mark.VIOLET);
        assertThat(HouseLabels.OURS.offered(OwnState.MODELS, null)).isEqualTo(OwnState.MODELS);
    }
}
