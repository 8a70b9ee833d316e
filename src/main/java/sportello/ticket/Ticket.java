package sportello.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;

/** One request for assistance and the rules of its life. It decides; others save and tell. */
final class Ticket {
    private final TicketId id;
    private final TicketNumber number;
    private final String title;
    private final Limits limits;
    private @Nullable CustomerId customer;
    private @Nullable CustomerUserId customerUser;
    private Status savedState;
    private int version;
    private QueueId queue;
    private Status state;
    private Priority priority;
    private @Nullable AgentId owner;
    private @Nullable AgentId responsible;
    private @Nullable Instant lockedAt;
    private @Nullable Instant pendingUntil;
    private @Nullable Instant remindedUntil;
    private @Nullable Instant closedAt;
    private @Nullable Instant ascertainedAt;
    private @Nullable Instant archivedAt;
    private @Nullable TicketId mergedInto;

    Ticket(TicketSnapshot was) {
        this(was, Limits.NONE);
    }

    /** @param limits those in force for whoever has taken it up */
    Ticket(TicketSnapshot was, Limits limits) {
        this.id = was.id();
        this.number = was.number();
        this.title = was.title();
        this.customer = was.customer();
        this.customerUser = was.customerUser();
        this.version = was.version();
        this.queue = was.queue();
        this.state = was.state();
        this.priority = was.priority();
        this.owner = was.owner();
        this.responsible = was.responsible();
        this.lockedAt = was.lockedAt();
        this.pendingUntil = was.pendingUntil();
        this.remindedUntil = was.remindedUntil();
        this.closedAt = was.closedAt();
        this.ascertainedAt = was.ascertainedAt();
        this.archivedAt = was.archivedAt();
        this.mergedInto = was.mergedInto();
        this.savedState = state;
        this.limits = limits;
    }

    TicketSnapshot snapshot() {
        return new TicketSnapshot(
                id,
                number,
                title,
                queue,
                state,
                priority,
                owner,
                responsible,
                lockedAt,
                customer,
                customerUser,
                pendingUntil,
                remindedUntil,
                closedAt,
                ascertainedAt,
                archivedAt,
                mergedInto,
                version);
    }

    /** The row now holds what the ticket is. Answers the state that the row held before. */
    Status saved() {
        var before = savedState;
        savedState = state;
        version++;
        return before;
    }

    /**
     * What stands between the agent and the work, the gravest first.
     *
     * @param permitted whether the agent holds the work's key on the ticket's queue
     * @param seen the version that the agent decided on
     */
    Optional<Obstacle> obstacle(Work work, AgentId by, boolean permitted, int seen) {
        if (!permitted) return Optional.of(new Obstacle.NoPermission(work));
        if (!isIn(work.when())) {
            return Optional.of(
                    work.when() == Work.When.ACTIVE ? new Obstacle.NotActive() : new Obstacle.NotNow(work.when()));
        }
        var limit = limits.against(work);
        if (limit.isPresent()) return limit.map(Obstacle.Limited::new);
        if (work == Work.ASCERTAIN && responsible != null && !by.equals(responsible)) {
            return Optional.of(new Obstacle.NotResponsible(responsible));
        }
        if (work.heldByLock() && lockedAt != null && owner != null && !mayPass(work, by)) {
            return Optional.of(new Obstacle.Held(owner, lockedAt));
        }
        if (work.onSeenVersion() && seen != version) return Optional.of(new Obstacle.Changed());
        return Optional.empty();
    }

    private boolean isIn(Work.When when) {
        return switch (when) {
            case ALWAYS -> true;
            case ACTIVE -> isActive();
            case PENDING -> state.type().isPending();
            case CLOSED -> state.type() == StateType.CLOSED;
            case UNASCERTAINED -> owesCause();
            case MERGED -> mergedInto != null;
        };
    }

    /** Owner and responsible may both act while the ticket is locked (S16); the lock itself is one person's. */
    private boolean mayPass(Work work, AgentId agent) {
        return agent.equals(owner) || (agent.equals(responsible) && work != Work.LOCK);
    }

    /** The agent takes the ticket in hand (S58). A pending ticket stays pending. */
    void lock(AgentId by, Instant now) {
        owner = by;
        lockedAt = now;
        if (!state.type().isPending()) state = State.IN_PROGRESS;
    }

    /** Somebody works on it without taking it in hand. */
    void open() {
        state = State.OPEN;
    }

    /** The ticket is given back (S60); who had it stays known as its last owner. */
    void release() {
        lockedAt = null;
        if (state.model() == State.IN_PROGRESS) state = State.OPEN;
    }

    void close(Status end, AgentId by, Instant now) {
        if (end.type() != StateType.CLOSED) throw new IllegalArgumentException(end + " is not closed");
        if (lockedAt == null) owner = by;
        end(end, now);
    }

    /** What a date in the state says happens by itself: a reminder stays, what should be closed is closed (S69). */
    void fallDue(Instant now) {
        if (!isDue(now)) throw new IllegalStateException(number + " is not due");
        state.model().end().ifPresentOrElse(end -> end(end, now), () -> remindedUntil = pendingUntil);
    }

    /** Whether its date has come, and nobody was told yet. */
    boolean isDue(Instant now) {
        return pendingUntil != null && !pendingUntil.isAfter(now) && !pendingUntil.equals(remindedUntil);
    }

    private void end(Status end, Instant now) {
        state = end;
        closedAt = now;
        pendingUntil = null;
        lockedAt = null;
    }

    /** The customer wrote again: what was closed or waiting is open again, what is new or in hand stays so. */
    void followUp() {
        if (state.type() == StateType.NEW || state.model() == State.IN_PROGRESS || isOpenInItsOwnWay()) return;
        reopen();
    }

    private boolean isOpenInItsOwnWay() {
        return state instanceof OwnState && state.model() == State.OPEN;
    }

    /** Closed too early, or waiting is over before its day. A cause that was owed will be asked for at the next closing. */
    void reopen() {
        state = isLocked() ? State.IN_PROGRESS : State.OPEN;
        pendingUntil = null;
        closedAt = null;
        ascertainedAt = null;
        archivedAt = null;
    }

    /** Out of the lists. */
    void archive(Instant now) {
        archivedAt = now;
    }

    void unarchive() {
        archivedAt = null;
    }

    /** Put aside until a day; who has it in hand keeps it. */
    void postpone(Status pending, Instant until) {
        if (!pending.type().isPending()) throw new IllegalArgumentException(pending + " is not pending");
        state = pending;
        pendingUntil = until;
        remindedUntil = null;
    }

    /** The cause of a closing without success is known. */
    void ascertain(Instant now) {
        ascertainedAt = now;
    }

    /** Taken off the desk without being dealt with: it went into another ticket, or should not have been one. */
    void withdraw(State end) {
        if (end != State.MERGED && end != State.REMOVED) throw new IllegalArgumentException(end + " is not withdrawn");
        state = end;
        lockedAt = null;
        pendingUntil = null;
        closedAt = null;
    }

    void mergeInto(TicketId target) {
        withdraw(State.MERGED);
        mergedInto = target;
    }

    /** As it was before it was merged, in the same hands unless they may no longer hold it. */
    void comeBack(Status before, @Nullable Instant pendingBefore, @Nullable Instant lockedBefore) {
        mergedInto = null;
        state = before.model() == State.IN_PROGRESS && lockedBefore == null ? State.OPEN : before;
        pendingUntil = pendingBefore;
        lockedAt = lockedBefore;
    }

    /** As if what was done since had not been done. */
    void standAgain(AsItWas was) {
        queue = was.queue();
        state = was.state();
        owner = was.owner();
        responsible = was.responsible();
        lockedAt = was.lockedAt();
        pendingUntil = was.pendingUntil();
        remindedUntil = was.remindedUntil();
        closedAt = was.closedAt();
        ascertainedAt = was.ascertainedAt();
        archivedAt = was.archivedAt();
    }

    void askedBy(CustomerId newCustomer, CustomerUserId newUser) {
        customer = newCustomer;
        customerUser = newUser;
    }

    void prioritise(Priority wanted) {
        priority = wanted;
    }

    /** Into another queue, and out of the hands that held it: the new queue's people take over. */
    void move(QueueId target, @Nullable AgentId newOwner, @Nullable AgentId newResponsible) {
        release();
        queue = target;
        owner = newOwner;
        responsible = newResponsible;
    }

    void ownBy(@Nullable AgentId agent) {
        owner = agent;
    }

    void beResponsible(@Nullable AgentId agent) {
        responsible = agent;
    }

    boolean isActive() {
        return state.type().isActive();
    }

    boolean isClosed() {
        return isIn(Work.When.CLOSED);
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    boolean owesCause() {
        return state.model() == State.CLOSED_UNSUCCESSFUL && ascertainedAt == null;
    }

    boolean isLocked() {
        return lockedAt != null;
    }

    boolean isLockedBy(AgentId agent) {
        return isLocked() && agent.equals(owner);
    }

    Limits limits() {
        return limits;
    }

    TicketId id() {
        return id;
    }

    TicketNumber number() {
        return number;
    }

    String title() {
        return title;
    }

    QueueId queue() {
        return queue;
    }

    Status state() {
        return state;
    }

    Priority priority() {
        return priority;
    }

    @Nullable AgentId owner() {
        return owner;
    }

    @Nullable AgentId responsible() {
        return responsible;
    }

    @Nullable CustomerId customer() {
        return customer;
    }

    @Nullable TicketId mergedInto() {
        return mergedInto;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    @Nullable CustomerUserId customerUser() {
        return customerUser;
    }
}
