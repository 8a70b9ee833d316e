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
 * @param loss the mail that did not arrive, if that is the news
 */
record News(
        HistoryId line,
        TicketId ticket,
        Actor by,
        Occasion occasion,
        @Nullable ArticleId article,
        @Nullable Loss loss) {

    News(HistoryId line, TicketId ticket, Actor by, Occasion occasion, @Nullable ArticleId article) {
        this(line, ticket, by, occasion, article, null);
    }

    /** What nobody is told of is no news. */
    static Optional<News> of(TicketHappened happened) {
        var line = happened.line();
        var event = happened.event();
        return switch (event) {
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
            case TicketEvent.MailCame came -> news(line, came, occasion(came), came.article());
            case TicketEvent.Bounced bounced -> Optional.of(lost(line, bounced));
            case TicketEvent.Undelivered failed -> Optional.of(lost(line, failed));
            case TicketEvent.Closed closed -> news(line, closed, occasion(closed), closed.article());
            case TicketEvent.Postponed postponed ->
                postponed.onlyTheDay()
                        ? written(line, postponed, postponed.note())
                        : news(line, postponed, occasion(postponed), postponed.note());
            case TicketEvent.Reopened reopened -> news(line, reopened, occasion(reopened), reopened.article());
            case TicketEvent.ReminderReached reached -> news(line, reached, occasion(reached), null);
            case TicketEvent.Merged merged -> written(line, merged, merged.line());
            case TicketEvent.MergeUndone undone -> written(line, undone, undone.line());
            // The procedure tells nobody of these, and the ticket lists show them; a house can have rules of its own.
            case TicketEvent.PriorityChanged _ -> news(line, event, Occasion.PRIORITY_CHANGED, null);
            case TicketEvent.TypeChanged _ -> news(line, event, Occasion.TYPE_CHANGED, null);
            case TicketEvent.ServiceChanged _ -> news(line, event, Occasion.SERVICE_CHANGED, null);
            case TicketEvent.FieldChanged _ -> news(line, event, Occasion.FIELD_CHANGED, null);
            case TicketEvent.CustomerChanged _ -> news(line, event, Occasion.CUSTOMER_CHANGED, null);
            // Who ends a waiting or finds out a cause does it for those who look at the ticket.
            case TicketEvent.Resumed _, TicketEvent.Ascertained _ -> Optional.empty();
            // What hangs together is shown on the tickets; the new ticket of a split tells of itself.
            case TicketEvent.Linked _, TicketEvent.Unlinked _, TicketEvent.Split _ -> Optional.empty();
            // Whoever was erased is to be forgotten, and what was said too.
            case TicketEvent.PersonErased _, TicketEvent.Emptied _ -> Optional.empty();
            // It concerns the lists, not what is said or done.
            case TicketEvent.Archived _, TicketEvent.Unarchived _ -> Optional.empty();
            // Everybody's own business.
            case TicketEvent.Watched _, TicketEvent.Unwatched _ -> Optional.empty();
            // A new state never comes alone, and the event that brought it tells of both.
            case TicketEvent.StateChanged _ -> Optional.empty();
            // The letter itself is the news, and the ticket shows its fate.
            case TicketEvent.Resent _ -> Optional.empty();
            // Whoever looks at the ticket sees that it went.
            case TicketEvent.AutoAnswered _ -> Optional.empty();
            case TicketEvent.SentInClear _ -> Optional.empty();
            // Nothing has left; who was told of the article finds on the ticket what became of it.
            case TicketEvent.Recalled _ -> Optional.empty();
            // Who reads the ticket sees the star.
            case TicketEvent.Marked _ -> Optional.empty();
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

    private static Occasion occasion(TicketEvent.MailCame came) {
        return came.locked() ? Occasion.FOLLOWED_UP : Occasion.FOLLOWED_UP_UNLOCKED;
    }

    private static Occasion occasion(TicketEvent.Closed closed) {
        return closed.successful() ? Occasion.CLOSED : Occasion.CLOSED_UNSUCCESSFUL;
    }

    private static Occasion occasion(TicketEvent.Postponed postponed) {
        return postponed.note() == null ? Occasion.POSTPONED : Occasion.POSTPONED_WITH_WORD;
    }

    private static Occasion occasion(TicketEvent.Reopened reopened) {
        return reopened.visible() ? Occasion.PUBLISHED : Occasion.NOTED;
    }

    private static Occasion occasion(TicketEvent.ReminderReached reached) {
        return reached.locked() ? Occasion.PENDING_REACHED : Occasion.PENDING_REACHED_UNLOCKED;
    }

    /** What stands in an internal article is told like any; where there is none there is no news. */
    private static Optional<News> written(HistoryId line, TicketEvent event, @Nullable ArticleId article) {
        return article == null ? Optional.empty() : news(line, event, Occasion.NOTED, article);
    }

    private static News lost(HistoryId line, TicketEvent.Bounced bounced) {
        var loss = new Loss(bounced.messageId(), bounced.address(), "");
        return new News(line, bounced.ticket(), bounced.by(), Occasion.NOTED, bounced.article(), loss);
    }

    private static News lost(HistoryId line, TicketEvent.Undelivered failed) {
        var loss = new Loss(null, failed.address(), failed.answer());
        return new News(line, failed.ticket(), failed.by(), Occasion.UNDELIVERED, failed.article(), loss);
    }

    private static Optional<News> news(
            HistoryId line, TicketEvent event, Occasion occasion, @Nullable ArticleId article) {
        return Optional.of(new News(line, event.ticket(), event.by(), occasion, article));
    }
}
