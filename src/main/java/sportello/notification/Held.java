package sportello.notification;

import sportello.ticket.Briefing;

/**
 * What a rule has to say to somebody when the working hours begin.
 *
 * @param rule of the house's own
 * @param person by what the person is known
 * @param closed whether the ticket was closed after it
 */
record Held(NotificationId id, News news, long rule, Audience audience, Object person, boolean closed) {

    /** Whether what happened since leaves nothing to say: a closed ticket calls for no work, a reopened one is not closed. */
    boolean isOver(Briefing ticket) {
        var active = ticket.state().type().isActive();
        if (news.occasion().isClosing()) return active;
        return closed && !active && news.occasion().callsForWork();
    }
}
