package sportello.postmaster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.queue.Incoming;
import sportello.queue.Queue;
import sportello.queue.QueueAddresses;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.queue.Route;
import sportello.queue.Routing;
import sportello.ticket.Channel;
import sportello.ticket.MailThread;
import sportello.ticket.Standing;

/**
 * Where a new request goes, and into whose hands: where a filter or a trusted header wants it; else by the rules of the
 * house; else by the address it was sent to; else where its mailbox's mails go; else to the raw queue. A mail about a
 * closed ticket goes to that ticket's queue, unless that is no longer used.
 */
@Component
class WhichQueue implements Step {
    private static final int NORMAL = 3;

    private final Routing routing;
    private final Queues queues;
    private final Customers customers;

    WhichQueue(Routing routing, Queues queues, Customers customers) {
        this.routing = routing;
        this.queues = queues;
        this.customers = customers;
    }

    @Override
    public Next take(Course course) {
        var route = manned(course, found(course));
        var further = course.noting(
                route.rule().isEmpty() ? "queue" : "queue_by_rule",
                route.queue().name() + (route.rule().isEmpty() ? "" : " (" + route.rule() + ")"));
        var open = new Verdict.Open(route, course.asker());
        var closed = closed(course);
        return Step.end(further, closed == null ? open : new Verdict.OpenBeside(closed, open));
    }

    private Route found(Course course) {
        var wished = course.wishes().queue();
        var queue = wished == null ? afterTheClosed(course) : wished;
        return queue == null
                ? routing.route(incoming(course), byAddress(course))
                : routing.byHand(queue, null, null, customer(course.asker()), NORMAL);
    }

    /** Whom a filter or a header wants, if that person may work there. */
    private Route manned(Course course, Route route) {
        var wishes = course.wishes();
        if (wishes.owner() == null && wishes.responsible() == null && wishes.priority() == null) return route;
        return routing.byHand(
                route.queue(),
                wishes.owner() == null ? route.owner() : wishes.owner(),
                wishes.responsible() == null ? route.responsible() : wishes.responsible(),
                customer(course.asker()),
                wishes.priority() == null ? route.priority() : wishes.priority());
    }

    /** The ticket that the mail would have gone on with, if it were not closed. */
    private static @Nullable MailThread closed(Course course) {
        return course.standing() instanceof Standing.Stranger ? null : course.thread();
    }

    private @Nullable Queue afterTheClosed(Course course) {
        var closed = closed(course);
        return closed == null
                ? null
                : queues.find(closed.queue()).filter(Queue::valid).orElse(null);
    }

    private @Nullable Queue byAddress(Course course) {
        return course.setup()
                .addresses()
                .queue(course.deliveredTo())
                .or(() -> Optional.ofNullable(course.origin().defaultQueue())
                        .map(QueueId::new)
                        .flatMap(queues::find)
                        .filter(Queue::valid))
                .orElse(null);
    }

    private Incoming incoming(Course course) {
        var sender = course.sender();
        var asker = course.asker();
        var mail = course.mail();
        return new Incoming(
                Channel.EMAIL.key(),
                recipient(course.deliveredTo(), course.setup().addresses()),
                sender == null ? "" : sender.address(),
                customer(asker),
                asker == null ? "" : code(asker),
                "",
                mail.subject(),
                mail.text());
    }

    private static String recipient(List<String> addresses, QueueAddresses ours) {
        return addresses.stream()
                .filter(address -> ours.queue(address).isPresent())
                .findFirst()
                .or(() -> addresses.stream().findFirst())
                .orElse("");
    }

    private static @Nullable CustomerId customer(@Nullable CustomerUser asker) {
        return asker == null ? null : asker.customer();
    }

    private String code(CustomerUser asker) {
        return customers.find(asker.customer()).map(Customer::code).orElse("");
    }
}
