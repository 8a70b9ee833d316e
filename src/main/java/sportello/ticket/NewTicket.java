package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;
import sportello.queue.Route;

/**
 * A ticket that does not exist yet.
 *
 * @param pendingUntil set if it begins its life waiting
 */
record NewTicket(
        TicketNumber number,
        Title title,
        QueueId queue,
        Status state,
        Priority priority,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable CustomerId customer,
        @Nullable CustomerUserId customerUser,
        @Nullable Instant pendingUntil) {

    /** As new as can be, going the way that was found for it; of nobody whom the house knows, if there is no customer. */
    static NewTicket along(
            Route route,
            TicketNumber number,
            Title title,
            @Nullable CustomerId customer,
            @Nullable CustomerUserId customerUser) {
        return new NewTicket(
                number,
                title,
                route.queue().id(),
                State.NEW,
                Priority.of(route.priority()),
                route.owner(),
                route.responsible(),
                customer,
                customerUser,
                null);
    }

    /** The same in another state from the beginning. */
    NewTicket beginning(Status other, @Nullable Instant until) {
        return new NewTicket(number, title, queue, other, priority, owner, responsible, customer, customerUser, until);
    }

    /** The ticket as which its row begins. */
    Ticket as(TicketId id) {
        return new Ticket(new TicketSnapshot(
                id,
                number,
                title.value(),
                queue,
                state,
                priority,
                owner,
                responsible,
                null,
                customer,
                customerUser,
                pendingUntil,
                null,
                null,
                null,
                null,
                null,
                0));
    }
}
