package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;

/** The life of a ticket as the procedure tells it: states, lock, people (S16, S56 to S62, S70, section 10). */
class TicketTest {
    private static final AgentId LAURA = new AgentId(1);
    private static final AgentId CARLA = new AgentId(2);
    private static final AgentId MARIO = new AgentId(3);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int SEEN = 4;

    @Test
    void a_new_ticket_in_hand_is_in_progress_and_its_locker_owns_it() {
        var ticket = ticket(State.NEW, null);
        ticket.lock(LAURA, NOW);
        assertThat(ticket.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(ticket.owner()).isEqualTo(LAURA);
        assertThat(ticket.isLockedBy(LAURA)).isTrue();
    }

    @Test
    void locking_leaves_a_pending_ticket_pending() {
        var ticket = ticket(State.PENDING_REMINDER, null);
        ticket.lock(LAURA, NOW);
        assertThat(ticket.state()).isEqualTo(State.PENDING_REMINDER);
    }

    @Test
    void a_released_ticket_is_open_and_remembers_its_last_owner() {
        var ticket = locked(LAURA);
        ticket.release();
        assertThat(ticket.state()).isEqualTo(State.OPEN);
        assertThat(ticket.isLocked()).isFalse();
        assertThat(ticket.owner()).isEqualTo(LAURA);
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"LOCK", "RELEASE", "ANSWER", "CLOSE", "PRIORITISE", "MOVE"})
    void while_one_works_another_cannot(Work work) {
        assertThat(locked(LAURA).obstacle(work, MARIO, true, SEEN)).contains(new Obstacle.Held(LAURA, NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"ANNOTATE", "CHANGE_OWNER", "CHANGE_RESPONSIBLE"})
    void notes_and_people_do_not_wait_for_the_lock(Work work) {
        assertThat(locked(LAURA).obstacle(work, MARIO, true, SEEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Work.class, mode = EnumSource.Mode.EXCLUDE, names = "LOCK")
    void owner_and_responsible_may_both_act_under_the_lock(Work work) {
        assertThat(locked(LAURA).obstacle(work, LAURA, true, SEEN)).isEmpty();
        assertThat(locked(LAURA).obstacle(work, CARLA, true, SEEN)).isEmpty();
    }

    @Test
    void the_responsible_cannot_take_the_lock_away() {
        assertThat(locked(LAURA).obstacle(Work.LOCK, CARLA, true, SEEN)).contains(new Obstacle.Held(LAURA, NOW));
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void without_the_key_nothing_can_be_done(Work work) {
        assertThat(ticket(State.OPEN, null).obstacle(work, LAURA, false, SEEN))
                .contains(new Obstacle.NoPermission(work));
    }

    @ParameterizedTest
    @EnumSource(value = Work.class, mode = EnumSource.Mode.EXCLUDE, names = "ANNOTATE")
    void a_closed_ticket_is_over(Work work) {
        assertThat(ticket(State.CLOSED_SUCCESSFUL, null).obstacle(work, LAURA, true, SEEN))
                .contains(new Obstacle.NotActive());
    }

    @Test
    void a_note_can_still_be_added_to_a_closed_ticket() {
        assertThat(ticket(State.CLOSED_SUCCESSFUL, null).obstacle(Work.ANNOTATE, LAURA, true, SEEN))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"ANSWER", "CLOSE", "PRIORITISE", "MOVE", "CHANGE_OWNER", "CHANGE_RESPONSIBLE"})
    void what_was_decided_on_an_old_version_is_refused(Work work) {
        assertThat(ticket(State.OPEN, null).obstacle(work, LAURA, true, SEEN - 1))
                .contains(new Obstacle.Changed());
    }

    @Test
    void saving_makes_the_version_one_higher_and_tells_the_state_before() {
        var ticket = ticket(State.NEW, null);
        ticket.lock(LAURA, NOW);
        assertThat(ticket.saved()).isEqualTo(State.NEW);
        assertThat(ticket.saved()).isEqualTo(State.IN_PROGRESS);
        assertThat(ticket.snapshot().version()).isEqualTo(SEEN + 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"OPEN", "PENDING_REMINDER", "PENDING_CLOSE_SUCCESSFUL", "CLOSED_SUCCESSFUL", "CLOSED_UNSUCCESSFUL"
            })
    void a_follow_up_opens_what_was_waiting_or_closed(State before) {
        var ticket = ticket(before, null);
        ticket.followUp();
        assertThat(ticket.state()).isEqualTo(State.OPEN);
        assertThat(ticket.snapshot().closedAt()).isNull();
        assertThat(ticket.snapshot().pendingUntil()).isNull();
    }

    @Test
    void a_follow_up_leaves_new_tickets_new_and_those_in_hand_in_hand() {
        var untouched = ticket(State.NEW, null);
        untouched.followUp();
        assertThat(untouched.state()).isEqualTo(State.NEW);

        var worked = locked(LAURA);
        worked.followUp();
        assertThat(worked.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(worked.isLockedBy(LAURA)).isTrue();
    }

    @Test
    void a_follow_up_to_a_waiting_ticket_in_hand_is_work_again() {
        var ticket = ticket(State.PENDING_REMINDER, null);
        ticket.lock(LAURA, NOW);
        ticket.followUp();
        assertThat(ticket.state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void closing_frees_the_ticket_and_says_when_and_how() {
        var ticket = locked(LAURA);
        ticket.close(false, CARLA, NOW);
        assertThat(ticket.state()).isEqualTo(State.CLOSED_UNSUCCESSFUL);
        assertThat(ticket.isLocked()).isFalse();
        assertThat(ticket.snapshot().closedAt()).isEqualTo(NOW);
        assertThat(ticket.owner()).as("who worked on it stays its owner").isEqualTo(LAURA);
    }

    @Test
    void who_closes_a_free_ticket_owns_it() {
        var ticket = ticket(State.OPEN, null);
        ticket.close(true, MARIO, NOW);
        assertThat(ticket.owner()).isEqualTo(MARIO);
        assertThat(ticket.state()).isEqualTo(State.CLOSED_SUCCESSFUL);
    }

    @Test
    void moving_frees_the_ticket_for_the_new_queue() {
        var ticket = locked(LAURA);
        ticket.move(new QueueId(9), null, CARLA);
        assertThat(ticket.isLocked()).isFalse();
        assertThat(ticket.state()).isEqualTo(State.OPEN);
        assertThat(ticket.owner()).isNull();
    }

    private static Ticket locked(AgentId by) {
        var ticket = ticket(State.OPEN, null);
        ticket.lock(by, NOW);
        return ticket;
    }

    private static Ticket ticket(State state, @Nullable AgentId owner) {
        return new Ticket(new TicketSnapshot(
                new TicketId(105),
                new TicketNumber("2018091110000018"),
                "Variazione orario biblioteca",
                new QueueId(1),
                state,
                Priority.NORMAL,
                owner,
                CARLA,
                null,
                new CustomerId(1),
                new CustomerUserId(1),
                state.type().isPending() ? NOW.plusSeconds(3600) : null,
                state.type() == StateType.CLOSED ? NOW : null,
                SEEN));
    }
}
