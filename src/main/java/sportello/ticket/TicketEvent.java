package sportello.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.FieldName;
import sportello.field.Value;
import sportello.identity.Actor;
import sportello.queue.QueueId;
import sportello.queue.Route;

/** Everything that can happen to a ticket: each is a line of its history and the news that other modules listen for. */
public sealed interface TicketEvent {

    TicketId ticket();

    Actor by();

    /**
     * @param rule the routing rule that decided, empty if none matched
     * @param forCustomer whether owner or responsible are the customer's own; older lines do not say
     */
    record Opened(
            TicketId ticket,
            Actor by,
            ArticleId article,
            QueueId queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            boolean raw,
            String rule,
            @Nullable Boolean forCustomer)
            implements TicketEvent {

        /** A ticket that went the way that was found for it. */
        static Opened along(Route route, TicketId ticket, Actor by, ArticleId article) {
            var queue = route.queue();
            return new Opened(
                    ticket,
                    by,
                    article,
                    queue.id(),
                    route.owner(),
                    route.responsible(),
                    queue.raw(),
                    route.rule(),
                    route.isForCustomer());
        }
    }

    record Locked(TicketId ticket, Actor by, @Nullable AgentId before) implements TicketEvent {}

    record Released(TicketId ticket, Actor by, @Nullable AgentId holder) implements TicketEvent {}

    record OwnerChanged(
            TicketId ticket,
            Actor by,
            @Nullable AgentId from,
            @Nullable AgentId to) implements TicketEvent {}

    record ResponsibleChanged(
            TicketId ticket,
            Actor by,
            @Nullable AgentId from,
            @Nullable AgentId to) implements TicketEvent {}

    /** Owner and responsible are those after the move: who may not work in the new queue gave way to its own people. */
    record Moved(
            TicketId ticket,
            Actor by,
            QueueId from,
            QueueId to,
            @Nullable AgentId owner,
            @Nullable AgentId responsible) implements TicketEvent {}

    record PriorityChanged(TicketId ticket, Actor by, Priority from, Priority to) implements TicketEvent {}

    /** Of which type it was and is, in the words of that time; null for none. */
    record TypeChanged(
            TicketId ticket,
            Actor by,
            @Nullable Choice from,
            @Nullable Choice to) implements TicketEvent {}

    /** For which service it was and is, in the words of that time; null for none. */
    record ServiceChanged(
            TicketId ticket,
            Actor by,
            @Nullable Choice from,
            @Nullable Choice to) implements TicketEvent {}

    /**
     * What one of the house's own fields said and says, in the words of that time; null for nothing.
     *
     * @param article whose field it is, null where it is the ticket's
     */
    record FieldChanged(
            TicketId ticket,
            Actor by,
            FieldName field,
            @Nullable Value from,
            @Nullable Value to,
            @Nullable ArticleId article)
            implements TicketEvent {

        public FieldChanged(TicketId ticket, Actor by, FieldName field, @Nullable Value from, @Nullable Value to) {
            this(ticket, by, field, from, to, null);
        }
    }

    /** A line of its own for each change of state, beside the event that brought it. */
    record StateChanged(TicketId ticket, Actor by, Status from, Status to) implements TicketEvent {}

    record Noted(TicketId ticket, Actor by, ArticleId article, boolean visible) implements TicketEvent {}

    record Called(TicketId ticket, Actor by, ArticleId article, Call call) implements TicketEvent {}

    record Answered(TicketId ticket, Actor by, ArticleId article) implements TicketEvent {}

    /** @param visible whether the customer reads in the portal what others were mailed */
    record Mailed(TicketId ticket, Actor by, ArticleId article, boolean visible) implements TicketEvent {}

    /**
     * @param no the article's number
     * @param important whether it is marked as important now, or no longer
     */
    record Marked(TicketId ticket, Actor by, ArticleId article, int no, boolean important) implements TicketEvent {}

    /**
     * @param no the number of the article that was forwarded
     * @param visible whether the customer reads in the portal what others were mailed
     */
    record Forwarded(TicketId ticket, Actor by, ArticleId article, int no, boolean visible) implements TicketEvent {}

    /** @param no the number of the article that was passed on unchanged */
    record Redirected(TicketId ticket, Actor by, ArticleId article, int no) implements TicketEvent {}

    /**
     * Somebody said yes to it.
     *
     * @param no the number of the article that came encrypted, and was answered or forwarded in the clear
     */
    record SentInClear(TicketId ticket, Actor by, ArticleId article, int no) implements TicketEvent {}

    /** @param address to which a letter goes once more that had failed */
    record Resent(TicketId ticket, Actor by, ArticleId article, String address) implements TicketEvent {}

    /** @param no the number of the article that was mailed and taken back before it left */
    record Recalled(TicketId ticket, Actor by, ArticleId article, int no) implements TicketEvent {}

    /** @param locked whether somebody has the ticket in hand */
    record FollowedUp(TicketId ticket, Actor by, ArticleId article, boolean locked) implements TicketEvent {}

    /**
     * A mail about it from somebody other than a customer's person.
     *
     * @param from as the mail says
     * @param known whether the desk wrote to that address before; if not, the mail may be by anybody
     * @param locked whether somebody has the ticket in hand
     */
    record MailCame(TicketId ticket, Actor by, ArticleId article, String from, boolean known, boolean locked)
            implements TicketEvent {}

    /**
     * @param address which a mail of the desk did not reach
     * @param messageId the name of that mail; null in lines of before it was noted
     */
    record Bounced(
            TicketId ticket,
            Actor by,
            ArticleId article,
            String address,
            @Nullable String messageId) implements TicketEvent {}

    /**
     * @param address to which a mail of the desk could not be delivered
     * @param answer why, in the words of the mail server
     */
    record Undelivered(TicketId ticket, Actor by, ArticleId article, String address, String answer)
            implements TicketEvent {}

    /** @param address to which the house answered by itself */
    record AutoAnswered(TicketId ticket, Actor by, String address) implements TicketEvent {}

    /** @param visible whether the customer reads the closing text too */
    record Closed(TicketId ticket, Actor by, ArticleId article, boolean visible, boolean successful)
            implements TicketEvent {}

    /**
     * Put aside until a day.
     *
     * @param state what happens then
     * @param note why, if somebody said it
     * @param before the state that it had; null in lines of before it was noted
     */
    record Postponed(
            TicketId ticket,
            Actor by,
            Status state,
            Instant until,
            @Nullable ArticleId note,
            @Nullable Status before) implements TicketEvent {

        /** Whether only the day is another. */
        public boolean onlyTheDay() {
            return state.equals(before);
        }
    }

    /** Waiting was ended before its day. */
    record Resumed(TicketId ticket, Actor by) implements TicketEvent {}

    /** @param locked whether somebody has the ticket in hand */
    record ReminderReached(TicketId ticket, Actor by, Instant until, boolean locked) implements TicketEvent {}

    /** @param visible whether the customer reads why */
    record Reopened(TicketId ticket, Actor by, ArticleId article, boolean visible) implements TicketEvent {}

    /** @param cause why it had been closed without success, in the words of the list of that time */
    record Ascertained(
            TicketId ticket,
            Actor by,
            String cause,
            String text,
            String correctiveAction,
            @Nullable LocalDate dueOn) implements TicketEvent {}

    /** Out of the lists. */
    record Archived(TicketId ticket, Actor by) implements TicketEvent {}

    /** In the lists again. */
    record Unarchived(TicketId ticket, Actor by) implements TicketEvent {}

    record CustomerChanged(
            TicketId ticket,
            Actor by,
            @Nullable CustomerId from,
            @Nullable CustomerUserId fromUser,
            CustomerId to,
            CustomerUserId toUser)
            implements TicketEvent {}

    record Watched(TicketId ticket, Actor by) implements TicketEvent {}

    record Unwatched(TicketId ticket, Actor by) implements TicketEvent {}

    /** A line on both tickets. */
    record Linked(TicketId ticket, Actor by, TicketId other, Kinship as) implements TicketEvent {}

    record Unlinked(TicketId ticket, Actor by, TicketId other) implements TicketEvent {}

    /** @param article from which the other ticket was begun */
    record Split(TicketId ticket, Actor by, TicketId other, ArticleId article) implements TicketEvent {}

    /**
     * A line on both tickets.
     *
     * @param away whether this is the ticket that went into the other
     * @param line the line among the articles that tells it
     */
    record Merged(TicketId ticket, Actor by, TicketId other, boolean away, ArticleId line) implements TicketEvent {}

    /** @param back whether this is the ticket that came back out of the other */
    record MergeUndone(TicketId ticket, Actor by, TicketId other, boolean back, ArticleId line)
            implements TicketEvent {}

    /** It vouches for what lines before it say since something was taken out of them. */
    interface Redacted {

        /** The numbers of those that say less now, with the hash of what each says. */
        Map<Integer, String> lines();
    }

    /** No word of the ticket is kept any more. */
    record Emptied(TicketId ticket, Actor by, Map<Integer, String> lines) implements TicketEvent, Redacted {

        public Emptied {
            lines = Map.copyOf(lines);
        }
    }

    /**
     * Somebody was erased whom lines before this one named.
     *
     * @param person by number
     */
    record PersonErased(TicketId ticket, Actor by, CustomerUserId person, Map<Integer, String> lines)
            implements TicketEvent, Redacted {

        public PersonErased {
            lines = Map.copyOf(lines);
        }
    }
}
