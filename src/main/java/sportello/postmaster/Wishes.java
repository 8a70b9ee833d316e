package sportello.postmaster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.field.WantedField;
import sportello.queue.Queue;
import sportello.ticket.Beginning;
import sportello.ticket.Choice;
import sportello.ticket.Classes;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.Status;
import sportello.ticket.Steering;

/**
 * What filters and trusted headers want of a mail; null where they want nothing.
 *
 * @param priority 1 (very low) to 5 (very high)
 * @param state one of those in which a ticket may begin
 * @param fields what those of the house's own are to say, the last word of each counting
 * @param pending how long the ticket is to wait before somebody looks at it again
 */
record Wishes(
        @Nullable Queue queue,
        @Nullable Integer priority,
        @Nullable Status state,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable String title,
        Classes classes,
        @Nullable Duration pending,
        boolean locked,
        boolean ignored,
        boolean silent,
        List<WantedField> fields) {

    Wishes {
        fields = List.copyOf(fields);
    }

    static final Wishes NONE =
            new Wishes(null, null, null, null, null, null, Classes.NONE, null, false, false, false, List.of());

    /** For what shall wait, nobody says how long. */
    private static final Duration A_DAY = Duration.ofDays(1);

    Wishes queue(Queue wanted) {
        return new Wishes(
                wanted, priority, state, owner, responsible, title, classes, pending, locked, ignored, silent, fields);
    }

    Wishes priority(int wanted) {
        return new Wishes(
                queue, wanted, state, owner, responsible, title, classes, pending, locked, ignored, silent, fields);
    }

    Wishes state(Status wanted) {
        return new Wishes(
                queue, priority, wanted, owner, responsible, title, classes, pending, locked, ignored, silent, fields);
    }

    Wishes owner(AgentId wanted) {
        return new Wishes(
                queue, priority, state, wanted, responsible, title, classes, pending, locked, ignored, silent, fields);
    }

    Wishes responsible(AgentId wanted) {
        return new Wishes(
                queue, priority, state, owner, wanted, title, classes, pending, locked, ignored, silent, fields);
    }

    Wishes title(String wanted) {
        return new Wishes(
                queue, priority, state, owner, responsible, wanted, classes, pending, locked, ignored, silent, fields);
    }

    Wishes type(Choice wanted) {
        return classes(classes.ofType(wanted));
    }

    Wishes service(Choice wanted) {
        return classes(classes.forService(wanted));
    }

    private Wishes classes(Classes wanted) {
        return new Wishes(
                queue, priority, state, owner, responsible, title, wanted, pending, locked, ignored, silent, fields);
    }

    Wishes field(WantedField wanted) {
        var all = Stream.concat(fields.stream(), Stream.of(wanted)).toList();
        return new Wishes(
                queue, priority, state, owner, responsible, title, classes, pending, locked, ignored, silent, all);
    }

    Wishes pending(Duration wanted) {
        return new Wishes(
                queue, priority, state, owner, responsible, title, classes, wanted, locked, ignored, silent, fields);
    }

    /** Its owner has it in hand. */
    Wishes lock() {
        return new Wishes(
                queue, priority, state, owner, responsible, title, classes, pending, true, ignored, silent, fields);
    }

    /** The mail becomes nothing. */
    Wishes ignore() {
        return new Wishes(
                queue, priority, state, owner, responsible, title, classes, pending, locked, true, silent, fields);
    }

    /** Nobody is answered automatically. */
    Wishes silence() {
        return new Wishes(
                queue, priority, state, owner, responsible, title, classes, pending, locked, ignored, true, fields);
    }

    /** In which state a ticket begins. */
    Beginning beginning(Instant now) {
        var until = until(now);
        if (until != null) return new Beginning(waiting(), until);
        return new Beginning(state == null ? State.NEW : state, null);
    }

    /** What is left to do with a ticket that has just begun, in its place and with its people. */
    Steering.Wanted onBeginning() {
        return new Steering.Wanted(null, null, null, null, classes, null, null, locked, fields);
    }

    /** What is to be done with a ticket to which the mail was added. */
    Steering.Wanted onFollowUp(Instant now) {
        return new Steering.Wanted(
                queue == null ? null : queue.id(),
                owner,
                responsible,
                priority == null ? null : Priority.of(priority),
                classes,
                waiting(),
                until(now),
                locked,
                fields);
    }

    private @Nullable Instant until(Instant now) {
        if (pending != null) return now.plus(pending);
        return state != null && state.type().isPending() ? now.plus(A_DAY) : null;
    }

    /** In which it waits, if it is to wait. */
    private Status waiting() {
        return state != null && state.type().isPending() ? state : State.PENDING_REMINDER;
    }
}
