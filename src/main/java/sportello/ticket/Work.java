package sportello.ticket;

import static sportello.agent.Permission.COMPOSE;
import static sportello.agent.Permission.CUSTOMER;
import static sportello.agent.Permission.NOTE;
import static sportello.agent.Permission.OWNER;
import static sportello.agent.Permission.PENDING;
import static sportello.agent.Permission.PHONE;
import static sportello.agent.Permission.PRIORITY;
import static sportello.agent.Permission.RESPONSIBLE;
import static sportello.agent.Permission.RO;
import static sportello.agent.Permission.RW;

import sportello.agent.Permission;

/**
 * What an agent can do to a ticket, and what stands before it. Where OTRS knows a key of its own for a screen that we do
 * not grant separately, rw is asked for.
 */
public enum Work {
    LOCK(RW, true, When.ACTIVE, false),
    RELEASE(RW, true, When.ACTIVE, false),
    ANNOTATE(NOTE, false, When.ALWAYS, false),
    CALL(PHONE, false, When.ALWAYS, false),
    MAIL(COMPOSE, true, When.ACTIVE, true),
    /** One of its articles with a word, to anybody. */
    FORWARD(COMPOSE, true, When.ACTIVE, true),
    /** One of its articles as it is. */
    REDIRECT(COMPOSE, true, When.ACTIVE, true),
    RESEND(COMPOSE, false, When.ALWAYS, false),
    ANSWER(COMPOSE, true, When.ACTIVE, true),
    POSTPONE(PENDING, true, When.ACTIVE, true),
    RESUME(PENDING, true, When.PENDING, false),
    CLOSE(Permission.CLOSE, true, When.ACTIVE, true),
    REOPEN(RW, false, When.CLOSED, true),
    /** In and out of the archive. */
    ARCHIVE(RW, false, When.CLOSED, false),
    ASCERTAIN(RW, false, When.UNASCERTAINED, false),
    PRIORITISE(PRIORITY, true, When.ACTIVE, true),
    CLASSIFY(RW, true, When.ACTIVE, true),
    MOVE(RW, true, When.ACTIVE, true),
    CHANGE_OWNER(OWNER, false, When.ACTIVE, true),
    CHANGE_RESPONSIBLE(RESPONSIBLE, false, When.ACTIVE, true),
    CHANGE_CUSTOMER(CUSTOMER, false, When.ACTIVE, true),
    WATCH(RO, false, When.ALWAYS, false),
    LINK(RW, false, When.ALWAYS, false),
    SPLIT(RW, false, When.ALWAYS, false),
    MERGE(RW, true, When.ACTIVE, true),
    UNDO_MERGE(RW, false, When.MERGED, false),
    /** Of a mail that has not left yet; what it had changed on the ticket does not stand in its way. */
    RECALL(COMPOSE, false, When.ALWAYS, false),
    MARK(NOTE, false, When.ALWAYS, false);

    /** In which part of a ticket's life. */
    public enum When {
        ALWAYS,
        ACTIVE,
        PENDING,
        CLOSED,
        /** As long as nobody knows why it was closed without success (S71). */
        UNASCERTAINED,
        MERGED
    }

    private final Permission permission;
    private final boolean heldByLock;
    private final When when;
    private final boolean onSeenVersion;

    Work(Permission permission, boolean heldByLock, When when, boolean onSeenVersion) {
        this.permission = permission;
        this.heldByLock = heldByLock;
        this.when = when;
        this.onSeenVersion = onSeenVersion;
    }

    /** The key that the agent must hold on the ticket's queue. */
    public Permission permission() {
        return permission;
    }

    /** Whether somebody else's lock forbids it (S59). */
    public boolean heldByLock() {
        return heldByLock;
    }

    /** When in the ticket's life it can be done. */
    public When when() {
        return when;
    }

    /** Whether it is refused when the ticket changed since it was shown. */
    public boolean onSeenVersion() {
        return onSeenVersion;
    }
}
