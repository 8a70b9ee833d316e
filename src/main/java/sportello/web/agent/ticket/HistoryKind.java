package sportello.web.agent.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sportello.ticket.TicketEvent;

/** What a line of the history is about, to look at such lines alone. */
public enum HistoryKind {
    PEOPLE,
    STATE,
    COMMUNICATION;

    /** As in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for what is none, so that everything is shown. */
    static Optional<HistoryKind> named(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    static HistoryKind of(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Locked _,
                    TicketEvent.Released _,
                    TicketEvent.OwnerChanged _,
                    TicketEvent.ResponsibleChanged _,
                    TicketEvent.CustomerChanged _,
                    TicketEvent.Watched _,
                    TicketEvent.Unwatched _ -> PEOPLE;
            case TicketEvent.Opened _,
                    TicketEvent.Moved _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.TypeChanged _,
                    TicketEvent.ServiceChanged _,
                    TicketEvent.FieldChanged _,
                    TicketEvent.StateChanged _,
                    TicketEvent.Closed _,
                    TicketEvent.Postponed _,
                    TicketEvent.Resumed _,
                    TicketEvent.ReminderReached _,
                    TicketEvent.Reopened _,
                    TicketEvent.Ascertained _,
                    TicketEvent.Archived _,
                    TicketEvent.Unarchived _,
                    TicketEvent.PersonErased _,
                    TicketEvent.Emptied _,
                    TicketEvent.Linked _,
                    TicketEvent.Unlinked _,
                    TicketEvent.Split _,
                    TicketEvent.Merged _,
                    TicketEvent.MergeUndone _ -> STATE;
            case TicketEvent.Noted _,
                    TicketEvent.Called _,
                    TicketEvent.Answered _,
                    TicketEvent.Mailed _,
                    TicketEvent.Forwarded _,
                    TicketEvent.Redirected _,
                    TicketEvent.SentInClear _,
                    TicketEvent.Resent _,
                    TicketEvent.Recalled _,
                    TicketEvent.Marked _,
                    TicketEvent.FollowedUp _,
                    TicketEvent.MailCame _,
                    TicketEvent.Bounced _,
                    TicketEvent.Undelivered _,
                    TicketEvent.AutoAnswered _ -> COMMUNICATION;
        };
    }
}
