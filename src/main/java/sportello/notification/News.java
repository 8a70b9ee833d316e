package sportello.notification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.identity.Actor;
import sportello.ticket.ArticleId;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketHappened;
import sportello.ticket.TicketId;

/**
 * A history line that people are told of.
 *
 * @param article the text that it is about, if there is one
 */
record News(
        HistoryId line,
        TicketId ticket,
        Actor by,
        Occasion occasion,
        @Nullable ArticleId article) {

    /** What nobody is told of is no news. */
    static Optional<News> of(TicketHappened happened) {
        var line = happened.line();
        return switch (happened.event()) {
            case TicketEvent.Opened opened -> news(line, opened, occasion(opened), opened.article());
            case TicketEvent.Locked locked -> news(line, locked, Occasion.LOCKED, null);
            case TicketEvent.Released released -> news(line, released, Occasion.RELEASED, null);
            case TicketEvent.OwnerChanged changed -> news(line, changed, Occasion.OWNER_CHANGED, null);
            case TicketEvent.ResponsibleChanged changed -> news(line, changed, Occasion.RESPONSIBLE_CHANGED, null);
            case TicketEvent.Moved moved -> news(line, moved, Occasion.MOVED, null);
            case TicketEvent.Noted noted -> news(line, noted, occasion(noted), noted.article());
            case TicketEvent.Called called -> news(line, called, Occasion.NOTED, called.article());
            case TicketEvent.Answered answered -> news(line, answered, Occasion.PUBLISHED, answered.article());
            case TicketEvent.Mailed mailed -> news(line, mailed, occasion(mailed), mailed.article());
            case TicketEvent.Forwarded mailed -> news(line, mailed, occasion(mailed), mailed.article());
            case TicketEvent.Redirected mailed -> news(line, mailed, Occasion.NOTED, mailed.article());
            case TicketEvent.FollowedUp wrote -> news(line, wrote, occasion(wrote), wrote.article());
            case TicketEvent.Closed closed -> news(line, closed, occasion(closed), closed.article());
            // A new state never comes alone, and the event that brought it tells of both.
            case TicketEvent.StateChanged _ -> Optional.empty();
            // The letter itself is the news, and the ticket shows its fate.
            case TicketEvent.Resent _ -> Optional.empty();
            // The procedure tells nobody of it, and the ticket lists show it.
            case TicketEvent.PriorityChanged _ -> Optional.empty();
        };
    }

    private static Occasion occasion(TicketEvent.Opened opened) {
        if (opened.raw()) return Occasion.OPENED_RAW;
        return opened.owner() == null ? Occasion.OPENED_UNOWNED : Occasion.OPENED_ASSIGNED;
    }

    private static Occasion occasion(TicketEvent.Noted noted) {
        return noted.visible() ? Occasion.PUBLISHED : Occasion.NOTED;
    }

    private static Occasion occasion(TicketEvent.Mailed mailed) {
        return mailed.visible() ? Occasion.PUBLISHED : Occasion.NOTED;
    }

    private static Occasion occasion(TicketEvent.Forwarded mailed) {
        return mailed.visible() ? Occasion.PUBLISHED : Occasion.NOTED;
    }

    private static Occasion occasion(TicketEvent.FollowedUp wrote) {
        return wrote.locked() ? Occasion.FOLLOWED_UP : Occasion.FOLLOWED_UP_UNLOCKED;
    }

    private static Occasion occasion(TicketEvent.Closed closed) {
        return closed.successful() ? Occasion.CLOSED : Occasion.CLOSED_UNSUCCESSFUL;
    }

    private static Optional<News> news(
            HistoryId line, TicketEvent event, Occasion occasion, @Nullable ArticleId article) {
        return Optional.of(new News(line, event.ticket(), event.by(), occasion, article));
    }
}
