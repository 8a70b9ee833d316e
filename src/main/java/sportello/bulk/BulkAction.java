package sportello.bulk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.queue.QueueId;
import sportello.ticket.AskedClasses;
import sportello.ticket.Message;
import sportello.ticket.Priority;
import sportello.ticket.Status;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

/** What is to be done to each of many tickets. */
public sealed interface BulkAction {

    /** As it stands in addresses and message keys. */
    default String key() {
        return switch (this) {
            case Lock _ -> "lock";
            case Release _ -> "release";
            case Move _ -> "move";
            case ChangeOwner _ -> "owner";
            case ChangeResponsible _ -> "responsible";
            case Prioritise _ -> "priority";
            case Classify(var type, var service) -> new AskedClasses(type != null, service != null).key();
            case FillIn _ -> "fields";
            case Note _ -> "note";
            case Watch _ -> "watch";
            case Unwatch _ -> "unwatch";
            case Postpone _ -> "pending";
            case Close _ -> "close";
            case Reopen _ -> "reopen";
            case Archive _ -> "archive";
            case Merge _ -> "merge";
            case Link _ -> "link";
            case Undo _ -> "undo";
        };
    }

    /** Whether it can be taken back: not what somebody has read, and not the taking back. */
    default boolean isReversible() {
        return !(this instanceof Note || this instanceof Undo);
    }

    record Lock() implements BulkAction {}

    record Release() implements BulkAction {}

    record Move(QueueId queue) implements BulkAction {}

    record ChangeOwner(AgentId agent) implements BulkAction {}

    record ChangeResponsible(AgentId agent) implements BulkAction {}

    record Prioritise(Priority priority) implements BulkAction {}

    /**
     * @param wanted the id of a type, 0 for none, null for whatever it is
     * @param service the same
     */
    record Classify(@Nullable Long wanted, @Nullable Long service) implements BulkAction {}

    /** @param typed into the house's own fields, by their keys */
    record FillIn(Map<String, String> typed) implements BulkAction {

        public FillIn {
            typed = Map.copyOf(typed);
        }
    }

    /** @param visible whether the customers see it, and are mailed */
    record Note(Title subject, Message text, boolean visible) implements BulkAction {}

    record Watch() implements BulkAction {}

    record Unwatch() implements BulkAction {}

    /** @param pending what happens when the time has come */
    record Postpone(Status pending, Instant until) implements BulkAction {}

    /**
     * @param end the state in which they are closed
     * @param visible whether the customers read the reason
     */
    record Close(Status end, Title subject, Message text, boolean visible) implements BulkAction {}

    /** @param visible whether the customers read the reason */
    record Reopen(Title subject, Message text, boolean visible) implements BulkAction {}

    record Archive() implements BulkAction {}

    record Merge(TicketNumber into) implements BulkAction {}

    record Link(TicketNumber other) implements BulkAction {}

    /** What another bulk did is taken back, where nothing has happened to the ticket since. */
    record Undo(BulkId bulk) implements BulkAction {}
}
