package sportello.bulk;

import java.time.Instant;
import sportello.agent.AgentId;
import sportello.queue.QueueId;
import sportello.ticket.Message;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

/** What is to be done to each of many tickets. */
public sealed interface BulkAction {

    /** As it stands in addresses and message keys. */
    String key();

    /** Whether it can be taken back. */
    default boolean isReversible() {
        return true;
    }

    record Lock() implements BulkAction {
        @Override
        public String key() {
            return "lock";
        }
    }

    record Release() implements BulkAction {
        @Override
        public String key() {
            return "release";
        }
    }

    record Move(QueueId queue) implements BulkAction {
        @Override
        public String key() {
            return "move";
        }
    }

    record ChangeOwner(AgentId agent) implements BulkAction {
        @Override
        public String key() {
            return "owner";
        }
    }

    record ChangeResponsible(AgentId agent) implements BulkAction {
        @Override
        public String key() {
            return "responsible";
        }
    }

    record Prioritise(Priority priority) implements BulkAction {
        @Override
        public String key() {
            return "priority";
        }
    }

    /** @param visible whether the customers see it, and are mailed */
    record Note(Title subject, Message text, boolean visible) implements BulkAction {
        @Override
        public String key() {
            return "note";
        }

        @Override
        public boolean isReversible() {
            return false;
        }
    }

    record Watch() implements BulkAction {
        @Override
        public String key() {
            return "watch";
        }
    }

    /** @param pending what happens when the time has come */
    record Postpone(State pending, Instant until) implements BulkAction {
        @Override
        public String key() {
            return "pending";
        }

        @Override
        public boolean isReversible() {
            return false;
        }
    }

    /** @param visible whether the customers read the reason */
    record Close(boolean successful, Title subject, Message text, boolean visible) implements BulkAction {
        @Override
        public String key() {
            return "close";
        }

        @Override
        public boolean isReversible() {
            return false;
        }
    }

    record Merge(TicketNumber into) implements BulkAction {
        @Override
        public String key() {
            return "merge";
        }

        @Override
        public boolean isReversible() {
            return false;
        }
    }

    record Link(TicketNumber other) implements BulkAction {
        @Override
        public String key() {
            return "link";
        }

        @Override
        public boolean isReversible() {
            return false;
        }
    }

    /** What another bulk did is taken back, where nothing has happened to the ticket since. */
    record Undo(BulkId bulk) implements BulkAction {
        @Override
        public String key() {
            return "undo";
        }

        @Override
        public boolean isReversible() {
            return false;
        }
    }
}
