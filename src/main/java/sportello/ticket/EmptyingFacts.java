package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.field.Value;

/**
 * Facts of a history without what somebody wrote, and without addresses.
 *
 * @param sentence what stands in their place
 */
record EmptyingFacts(String sentence) {

    String without(String facts) {
        var event = Facts.read(facts);
        var less = without(event);
        return less.equals(event) ? facts : Facts.of(less);
    }

    private TicketEvent without(TicketEvent event) {
        return switch (event) {
            case TicketEvent.FieldChanged changed -> without(changed);
            case TicketEvent.Resent it -> new TicketEvent.Resent(it.ticket(), it.by(), it.article(), sentence);
            case TicketEvent.MailCame it ->
                new TicketEvent.MailCame(it.ticket(), it.by(), it.article(), sentence, it.known(), it.locked());
            case TicketEvent.Bounced it -> new TicketEvent.Bounced(it.ticket(), it.by(), it.article(), sentence, null);
            case TicketEvent.Undelivered it ->
                new TicketEvent.Undelivered(it.ticket(), it.by(), it.article(), sentence, "");
            case TicketEvent.AutoAnswered it -> new TicketEvent.AutoAnswered(it.ticket(), it.by(), sentence);
            case TicketEvent.Ascertained it ->
                new TicketEvent.Ascertained(it.ticket(), it.by(), it.cause(), sentence, "", it.dueOn());
            case TicketEvent.Opened _,
                    TicketEvent.Locked _,
                    TicketEvent.Released _,
                    TicketEvent.OwnerChanged _,
                    TicketEvent.ResponsibleChanged _,
                    TicketEvent.Moved _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.TypeChanged _,
                    TicketEvent.ServiceChanged _,
                    TicketEvent.StateChanged _,
                    TicketEvent.Noted _,
                    TicketEvent.Called _,
                    TicketEvent.Answered _,
                    TicketEvent.Mailed _,
                    TicketEvent.Marked _,
                    TicketEvent.Forwarded _,
                    TicketEvent.Redirected _,
                    TicketEvent.SentInClear _,
                    TicketEvent.Recalled _,
                    TicketEvent.FollowedUp _,
                    TicketEvent.Closed _,
                    TicketEvent.Postponed _,
                    TicketEvent.Resumed _,
                    TicketEvent.ReminderReached _,
                    TicketEvent.Reopened _,
                    TicketEvent.Archived _,
                    TicketEvent.Unarchived _,
                    TicketEvent.CustomerChanged _,
                    TicketEvent.Watched _,
                    TicketEvent.Unwatched _,
                    TicketEvent.Linked _,
                    TicketEvent.Unlinked _,
                    TicketEvent.Split _,
                    TicketEvent.Merged _,
                    TicketEvent.MergeUndone _,
                    TicketEvent.PersonErased _,
                    TicketEvent.Emptied _ -> event;
        };
    }

    TicketEvent.FieldChanged without(TicketEvent.FieldChanged changed) {
        return new TicketEvent.FieldChanged(
                changed.ticket(),
                changed.by(),
                changed.field(),
                without(changed.from()),
                without(changed.to()),
                changed.article());
    }

    private @Nullable Value without(@Nullable Value value) {
        return value instanceof Value.Words || value instanceof Value.Link ? new Value.Words(sentence) : value;
    }
}
