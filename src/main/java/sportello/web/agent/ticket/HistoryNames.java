package sportello.web.agent.ticket;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.ticket.HistoryLine;
import sportello.ticket.Kindred;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** The names behind the ids of a history, all looked up at once. */
@Component
class HistoryNames {
    private final Agents agents;
    private final Customers customers;
    private final Queues queues;
    private final Kindred kindred;

    HistoryNames(Agents agents, Customers customers, Queues queues, Kindred kindred) {
        this.kindred = kindred;
        this.agents = agents;
        this.customers = customers;
        this.queues = queues;
    }

    Known in(List<HistoryLine> lines, AgentViewer viewer) {
        var events = lines.stream().map(HistoryLine::event).toList();
        return new Known(
                agents
                        .all(events.stream()
                                .flatMap(HistoryNames::agentsIn)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Agent::id, Agent::name)),
                customers
                        .users(events.stream()
                                .flatMap(HistoryNames::usersIn)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerUser::id, CustomerUser::name)),
                customers
                        .all(events.stream()
                                .flatMap(HistoryNames::customersIn)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Customer::id, Customer::name)),
                kindred.numbers(
                        events.stream()
                                .flatMap(HistoryNames::ticketsIn)
                                .distinct()
                                .toList(),
                        viewer),
                queues.where(viewer, Permission.RO).stream().collect(Collectors.toMap(Queue::id, Queue::name)));
    }

    private static Stream<AgentId> agentsIn(TicketEvent event) {
        var actor = event.by() instanceof Actor.ByAgent agent ? agent.id() : null;
        var others = switch (event) {
            case TicketEvent.Opened opened -> Stream.of(opened.owner(), opened.responsible());
            case TicketEvent.OwnerChanged changed -> Stream.of(changed.from(), changed.to());
            case TicketEvent.ResponsibleChanged changed -> Stream.of(changed.from(), changed.to());
            case TicketEvent.Locked _,
                    TicketEvent.Released _,
                    TicketEvent.Moved _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.TypeChanged _,
                    TicketEvent.ServiceChanged _,
                    TicketEvent.FieldChanged _,
                    TicketEvent.StateChanged _,
                    TicketEvent.Noted _,
                    TicketEvent.Called _,
                    TicketEvent.Answered _,
                    TicketEvent.Mailed _,
                    TicketEvent.Marked _,
                    TicketEvent.Forwarded _,
                    TicketEvent.Redirected _,
                    TicketEvent.SentInClear _,
                    TicketEvent.Resent _,
                    TicketEvent.Recalled _,
                    TicketEvent.FollowedUp _,
                    TicketEvent.MailCame _,
                    TicketEvent.Bounced _,
                    TicketEvent.Undelivered _,
                    TicketEvent.AutoAnswered _,
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
                    TicketEvent.CustomerChanged _,
                    TicketEvent.Watched _,
                    TicketEvent.Unwatched _,
                    TicketEvent.Linked _,
                    TicketEvent.Unlinked _,
                    TicketEvent.Split _,
                    TicketEvent.Merged _,
                    TicketEvent.MergeUndone _ -> Stream.<@Nullable AgentId>empty();
        };
        return Stream.concat(Stream.of(actor), others).filter(Objects::nonNull);
    }

    private static Stream<CustomerUserId> usersIn(TicketEvent event) {
        var actor = event.by() instanceof Actor.ByCustomerUser user ? user.id() : null;
        var others = event instanceof TicketEvent.CustomerChanged changed
                ? Stream.of(changed.fromUser(), changed.toUser())
                : Stream.<@Nullable CustomerUserId>empty();
        return Stream.concat(Stream.of(actor), others).filter(Objects::nonNull);
    }

    private static Stream<CustomerId> customersIn(TicketEvent event) {
        return event instanceof TicketEvent.CustomerChanged changed
                ? Stream.of(changed.from(), changed.to()).filter(Objects::nonNull)
                : Stream.empty();
    }

    private static Stream<TicketId> ticketsIn(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Linked linked -> Stream.of(linked.other());
            case TicketEvent.Unlinked unlinked -> Stream.of(unlinked.other());
            case TicketEvent.Split split -> Stream.of(split.other());
            case TicketEvent.Merged merged -> Stream.of(merged.other());
            case TicketEvent.MergeUndone undone -> Stream.of(undone.other());
            case TicketEvent.Opened _,
                    TicketEvent.OwnerChanged _,
                    TicketEvent.ResponsibleChanged _,
                    TicketEvent.Locked _,
                    TicketEvent.Released _,
                    TicketEvent.Moved _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.TypeChanged _,
                    TicketEvent.ServiceChanged _,
                    TicketEvent.FieldChanged _,
                    TicketEvent.StateChanged _,
                    TicketEvent.Noted _,
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
                    TicketEvent.AutoAnswered _,
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
                    TicketEvent.CustomerChanged _,
                    TicketEvent.Watched _,
                    TicketEvent.Unwatched _ -> Stream.empty();
        };
    }

    /** Names by id; a queue or a ticket that the viewer may not see has none. */
    record Known(
            Map<AgentId, String> agents,
            Map<CustomerUserId, String> users,
            Map<CustomerId, String> customers,
            Map<TicketId, TicketNumber> tickets,
            Map<QueueId, String> queues) {

        String of(Actor actor, String system) {
            return switch (actor) {
                case Actor.ByAgent(var agent) -> agents.getOrDefault(agent, "?");
                case Actor.ByCustomerUser(var user) -> users.getOrDefault(user, "?");
                case Actor.BySystem() -> system;
            };
        }

        String of(@Nullable AgentId agent, String nobody) {
            return agent == null ? nobody : agents.getOrDefault(agent, "?");
        }

        String of(QueueId queue) {
            return queues.getOrDefault(queue, "…");
        }

        String of(TicketId ticket) {
            var number = tickets.get(ticket);
            return number == null ? "…" : number.value();
        }

        String of(@Nullable CustomerUserId user, @Nullable CustomerId customer, String nobody) {
            var person = user == null ? nobody : users.getOrDefault(user, "?");
            return customer == null ? person : person + " (" + customers.getOrDefault(customer, "?") + ")";
        }
    }
}
