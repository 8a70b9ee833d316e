package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            names = {"LOCK", "RELEASE", "MAIL", "ANSWER", "POSTPONE", "CLOSE", "PRIORITISE", "MOVE", "MERGE"})
    void while_one_works_another_cannot(Work work) {
        assertThat(locked(LAURA).obstacle(work, MARIO, true, SEEN)).contains(new Obstacle.Held(LAURA, NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {
                "ANNOTATE",
                "CALL",
                "CHANGE_OWNER",
                "CHANGE_RESPONSIBLE",
                "CHANGE_CUSTOMER",
                "WATCH",
                "LINK",
                "SPLIT"
            })
    void notes_and_people_do_not_wait_for_the_lock(Work work) {
        assertThat(locked(LAURA).obstacle(work, MARIO, true, SEEN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"RELEASE", "MAIL", "ANSWER", "POSTPONE", "CLOSE", "PRIORITISE", "MOVE", "MERGE", "ANNOTATE"})
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
    @EnumSource(
            value = Work.class,
            names = {
                "LOCK",
                "RELEASE",
                "MAIL",
                "ANSWER",
                "POSTPONE",
                "CLOSE",
                "PRIORITISE",
                "MOVE",
                "CHANGE_OWNER",
                "CHANGE_RESPONSIBLE",
                "CHANGE_CUSTOMER",
                "MERGE"
            })
    void a_closed_ticket_is_over(Work work) {
        assertThat(ticket(State.CLOSED_SUCCESSFUL, null).obstacle(work, LAURA, true, SEEN))
                .contains(new Obstacle.NotActive());
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"ANNOTATE", "CALL", "WATCH", "LINK", "SPLIT", "REOPEN"})
    void some_things_can_still_be_done_to_a_closed_ticket(Work work) {
        assertThat(ticket(State.CLOSED_SUCCESSFUL, null).obstacle(work, LAURA, true, SEEN))
                .isEmpty();
    }

    @Test
    void what_is_open_cannot_be_opened_again_and_what_does_not_wait_cannot_be_resumed() {
        assertThat(ticket(State.OPEN, null).obstacle(Work.REOPEN, LAURA, true, SEEN))
                .contains(new Obstacle.NotNow(Work.When.CLOSED));
        assertThat(ticket(State.OPEN, null).obstacle(Work.RESUME, LAURA, true, SEEN))
                .contains(new Obstacle.NotNow(Work.When.PENDING));
        assertThat(ticket(State.PENDING_REMINDER, null).obstacle(Work.RESUME, LAURA, true, SEEN))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {
                "MAIL",
                "ANSWER",
                "POSTPONE",
                "CLOSE",
                "PRIORITISE",
                "MOVE",
                "CHANGE_OWNER",
                "CHANGE_RESPONSIBLE",
                "CHANGE_CUSTOMER",
                "MERGE"
            })
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
        ticket.close(State.CLOSED_UNSUCCESSFUL, CARLA, NOW);
        assertThat(ticket.state()).isEqualTo(State.CLOSED_UNSUCCESSFUL);
        assertThat(ticket.isLocked()).isFalse();
        assertThat(ticket.snapshot().closedAt()).isEqualTo(NOW);
        assertThat(ticket.owner()).as("who worked on it stays its owner").isEqualTo(LAURA);
    }

    @Test
    void who_closes_a_free_ticket_owns_it() {
        var ticket = ticket(State.OPEN, null);
        ticket.close(State.CLOSED_SUCCESSFUL, MARIO, NOW);
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

    @Test
    void a_waiting_ticket_has_its_day_and_stays_in_its_hands() {
        var ticket = locked(LAURA);
        ticket.postpone(State.PENDING_REMINDER, NOW.plusSeconds(60));
        assertThat(ticket.state()).isEqualTo(State.PENDING_REMINDER);
        assertThat(ticket.isLockedBy(LAURA)).isTrue();
        assertThat(ticket.isDue(NOW)).isFalse();
        assertThat(ticket.isDue(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void only_a_pending_state_waits() {
        assertThatThrownBy(() -> ticket(State.OPEN, null).postpone(State.OPEN, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reminder_is_due_once_for_each_date_and_leaves_the_ticket_waiting() {
        var ticket = locked(LAURA);
        ticket.postpone(State.PENDING_REMINDER, NOW);
        ticket.fallDue(NOW);
        assertThat(ticket.state()).isEqualTo(State.PENDING_REMINDER);
        assertThat(ticket.isDue(NOW.plusSeconds(3600))).isFalse();
        assertThatThrownBy(() -> ticket.fallDue(NOW)).isInstanceOf(IllegalStateException.class);

        ticket.postpone(State.PENDING_REMINDER, NOW);
        assertThat(ticket.isDue(NOW)).as("the same date, set anew").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PENDING_CLOSE_SUCCESSFUL, CLOSED_SUCCESSFUL", "PENDING_CLOSE_UNSUCCESSFUL, CLOSED_UNSUCCESSFUL"})
    void what_should_close_by_itself_closes_on_its_day_and_is_free(State waiting, State end) {
        var ticket = locked(LAURA);
        ticket.postpone(waiting, NOW);
        ticket.fallDue(NOW);
        assertThat(ticket.state()).isEqualTo(end);
        assertThat(ticket.snapshot().closedAt()).isEqualTo(NOW);
        assertThat(ticket.snapshot().pendingUntil()).isNull();
        assertThat(ticket.isLocked()).isFalse();
        assertThat(ticket.owner()).isEqualTo(LAURA);
    }

    @Test
    void what_is_taken_up_again_waits_no_longer() {
        var ticket = locked(LAURA);
        ticket.postpone(State.PENDING_REMINDER, NOW);
        ticket.reopen();
        assertThat(ticket.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(ticket.snapshot().pendingUntil()).isNull();
    }

    @Test
    void a_closing_without_success_owes_a_cause_until_it_is_known() {
        var ticket = ticket(State.CLOSED_UNSUCCESSFUL, LAURA);
        assertThat(ticket.obstacle(Work.ASCERTAIN, CARLA, true, SEEN)).isEmpty();
        assertThat(ticket.obstacle(Work.ASCERTAIN, LAURA, true, SEEN))
                .as("Carla is the responsible")
                .contains(new Obstacle.NotResponsible(CARLA));
        ticket.ascertain(NOW);
        assertThat(ticket.obstacle(Work.ASCERTAIN, CARLA, true, SEEN))
                .contains(new Obstacle.NotNow(Work.When.UNASCERTAINED));
        assertThat(ticket(State.CLOSED_SUCCESSFUL, LAURA).obstacle(Work.ASCERTAIN, CARLA, true, SEEN))
                .contains(new Obstacle.NotNow(Work.When.UNASCERTAINED));
    }

    @Test
    void where_nobody_is_responsible_whoever_works_there_says_why() {
        var ticket = ticket(State.CLOSED_UNSUCCESSFUL, LAURA);
        ticket.move(new QueueId(9), LAURA, null);
        assertThat(ticket.obstacle(Work.ASCERTAIN, MARIO, true, SEEN)).isEmpty();
    }

    @Test
    void opened_again_a_ticket_owes_nothing_until_it_is_closed_again() {
        var ticket = ticket(State.CLOSED_UNSUCCESSFUL, LAURA);
        ticket.ascertain(NOW);
        ticket.reopen();
        assertThat(ticket.state()).isEqualTo(State.OPEN);
        assertThat(ticket.closedAt()).isNull();
        ticket.close(State.CLOSED_UNSUCCESSFUL, LAURA, NOW.plusSeconds(60));
        assertThat(ticket.obstacle(Work.ASCERTAIN, CARLA, true, SEEN)).isEmpty();
    }

    @Test
    void a_merged_ticket_is_in_nobodys_hands_and_comes_back_as_it_was() {
        var target = new TicketId(7);
        var ticket = locked(LAURA);
        ticket.postpone(State.PENDING_REMINDER, NOW);
        ticket.mergeInto(target);
        assertThat(ticket.state()).isEqualTo(State.MERGED);
        assertThat(ticket.isLocked()).isFalse();
        assertThat(ticket.mergedInto()).isEqualTo(target);
        assertThat(ticket.obstacle(Work.UNDO_MERGE, MARIO, true, SEEN)).isEmpty();

        ticket.comeBack(State.PENDING_REMINDER, NOW, null);
        assertThat(ticket.state()).isEqualTo(State.PENDING_REMINDER);
        assertThat(ticket.snapshot().pendingUntil()).isEqualTo(NOW);
        assertThat(ticket.mergedInto()).isNull();
        assertThat(ticket.obstacle(Work.UNDO_MERGE, MARIO, true, SEEN)).contains(new Obstacle.NotNow(Work.When.MERGED));
    }

    @Test
    void what_was_in_hand_when_it_was_merged_comes_back_to_the_same_hands_or_open() {
        var ticket = locked(LAURA);
        ticket.mergeInto(new TicketId(7));
        ticket.comeBack(State.IN_PROGRESS, null, null);
        assertThat(ticket.state()).isEqualTo(State.OPEN);

        ticket.mergeInto(new TicketId(7));
        ticket.comeBack(State.IN_PROGRESS, null, NOW);
        assertThat(ticket.state()).isEqualTo(State.IN_PROGRESS);
        assertThat(ticket.isLockedBy(LAURA)).isTrue();
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
                null,
                state.type() == StateType.CLOSED ? NOW : null,
                null,
                null,
                null,
                SEEN));
    }
}
