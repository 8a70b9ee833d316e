package sportello.ticket;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.base.Outcome;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.field.TypedFields;
import sportello.field.WantedField;
import sportello.identity.Viewer.CustomerViewer;
import sportello.queue.Incoming;
import sportello.queue.Routing;

/** Opens the tickets that customers write: number, queue, people and first article (S13 to S15, S48, S56). */
@Component
public class Opening {
    private final TicketNumbers numbers;
    private final Customers customers;
    private final Routing routing;
    private final ReservedQueues reserved;
    private final Workbench workbench;
    private final Choices choices;
    private final Classifying classifying;
    private final TicketSql tickets;
    private final FillingIn filling;
    private final SubmissionSql submissions;
    private final Articles articles;
    private final Chronicle chronicle;
    private final TransactionOperations transaction;
    private final Clock clock;

    Opening(
            TicketNumbers numbers,
            Customers customers,
            Routing routing,
            ReservedQueues reserved,
            Workbench workbench,
            Choices choices,
            Classifying classifying,
            TicketSql tickets,
            FillingIn filling,
            SubmissionSql submissions,
            Articles articles,
            Chronicle chronicle,
            TransactionOperations transaction,
            Clock clock) {
        this.numbers = numbers;
        this.customers = customers;
        this.routing = routing;
        this.reserved = reserved;
        this.workbench = workbench;
        this.choices = choices;
        this.classifying = classifying;
        this.tickets = tickets;
        this.filling = filling;
        this.submissions = submissions;
        this.articles = articles;
        this.chronicle = chronicle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A customer user's request from the portal. The number is taken before the transaction begins, so that nobody
     * waits for it. A rule that leads into a reserved group where the person may open nothing is passed over.
     *
     * @param submission opens one ticket however often it arrives, and leads to that one each time
     * @param fields as the form asked for them
     * @param service the id of the service for which it is, among those that customers can choose; null or 0 for none
     * @param asked the organisation asked for; refused if the customer user does not belong to it
     */
    public Outcome<TicketNumber> byPortal(
            CustomerViewer by,
            Submission submission,
            CustomerId asked,
            Title title,
            Message text,
            Uploads uploads,
            TypedFields fields,
            @Nullable Long service) {
        if (!by.customers().contains(asked)) return Outcome.refused("customer.foreign");
        var customer = customers.find(asked).filter(Customer::valid).orElse(null);
        var user = customers.find(by.id()).filter(CustomerUser::valid).orElse(null);
        if (customer == null || user == null) return Outcome.refused("customer.foreign");
        return choices.chosenByCustomer(service)
                .then(chosen -> filling.atOpening(fields).then(said -> {
                    var number = numbers.next();
                    return Outcome.done(transaction.execute(status -> submissions.arrives(submission, by.id(), number)
                            ? open(number, user, customer, title, text, uploads, chosen.orElse(null), said, by)
                            : submissions.numberOf(submission, by.id())));
                }));
    }

    /** The same for a request that no form brought. */
    public Outcome<TicketNumber> byPortal(
            CustomerViewer by, CustomerId asked, Title title, Message text, Uploads uploads) {
        return byPortal(by, Submission.single(), asked, title, text, uploads, TypedFields.NONE, null);
    }

    private TicketNumber open(
            TicketNumber number,
            CustomerUser user,
            Customer customer,
            Title title,
            Message text,
            Uploads uploads,
            @Nullable Choice service,
            List<WantedField> said,
            CustomerViewer by) {
        var route = routing.route(
                incoming(user, customer, service, title, text),
                queue -> reserved.isOpen(queue.id(), user.id(), customer.id()));
        var id = tickets.insert(NewTicket.along(route, number, title, customer.id(), user.id()), clock.instant());
        var article = articles.add(NewArticle.byPortal(id, user.id(), user.name(), title.value(), text), uploads);
        chronicle.record(TicketEvent.Opened.along(route, id, by.actor(), article));
        if (service != null) classifying.classified(workbench.take(id), Classes.NONE.forService(service), by.actor());
        filling.say(id, said, by.actor());
        return number;
    }

    private static Incoming incoming(
            CustomerUser user, Customer customer, @Nullable Choice service, Title title, Message text) {
        return new Incoming(
                Channel.PORTAL.key(),
                "",
                user.email(),
                customer.id(),
                customer.code(),
                service == null ? "" : service.name(),
                title.value(),
                text.value());
    }
}
