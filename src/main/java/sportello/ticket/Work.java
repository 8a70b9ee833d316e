package sportello.ticket;

import static sportello.agent.Permission.NOTE;
import static sportello.agent.Permission.OWNER;
import static sportello.agent.Permission.PRIORITY;
import static sportello.agent.Permission.RW;

import sportello.agent.Permission;

/**
 * What an agent can do to a ticket, and what stands before it. Where OTRS knows a key of its own for a screen that we do
 * not grant separately, rw is asked for.
 */
public enum Work {
    LOCK(RW, true, true, false),
    RELEASE(RW, true, true, false),
    ANNOTATE(NOTE, false, false, false),
    CALL(RW, false, false, false),
    MAIL(RW, true, true, true),
    RESEND(RW, false, false, false),
    ANSWER(RW, true, true, true),
    CLOSE(RW, true, true, true),
    PRIORITISE(PRIORITY, true, true, true),
    MOVE(RW, true, true, true),
    CHANGE_OWNER(OWNER, false, true, true),
    CHANGE_RESPONSIBLE(RW, false, true, true);

    private final Permission permission;
    private final boolean heldByLock;
    private final boolean whileActive;
    private final boolean onSeenVersion;

    Work(Permission permission, boolean heldByLock, boolean whileActive, boolean onSeenVersion) {
        this.permission = permission;
        this.heldByLock = heldByLock;
        this.whileActive = whileActive;
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

    /** Whether it is over once the ticket is closed. */
    public boolean whileActive() {
        return whileActive;
    }

    /** Whether it is refused when the ticket changed since it was shown. */
    public boolean onSeenVersion() {
        return onSeenVersion;
    }
}
