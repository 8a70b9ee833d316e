package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.Contact;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ChangingCustomer;
import sportello.ticket.ReservedQueues;
import sportello.ticket.Sight;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class AskerController {
    private static final String TEMPLATE = "agent/ticket/customer";
    private static final int MOST = 20;

    private final TicketPages pages;
    private final Customers customers;
    private final Directory directory;
    private final ReservedQueues reserved;
    private final ChangingCustomer changingCustomer;
    private final Afterwards afterwards;
    private final Views views;

    AskerController(
            TicketPages pages,
            Customers customers,
            Directory directory,
            ReservedQueues reserved,
            ChangingCustomer changingCustomer,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.customers = customers;
        this.directory = directory;
        this.reserved = reserved;
        this.changingCustomer = changingCustomer;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/customer/edit")
    View edit(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        return views.show(TEMPLATE, page(number, q, null, viewer));
    }

    @PostMapping("/tickets/{number}/customer")
    View update(
            @PathVariable TicketNumber number,
            @RequestParam int version,
            @RequestParam long user,
            @RequestParam(defaultValue = "") String q,
            AgentViewer viewer) {
        var chosen = new CustomerUserId(user);
        return switch (changingCustomer.change(number, version, chosen, viewer)) {
            case Outcome.Done<Trace>(var trace) ->
                afterwards.done(trace, number, Notice.of("notice.customer", nameOf(chosen)));
            case Outcome.Refused<Trace>(var why) ->
                views.show(Afterwards.statusOf(why), TEMPLATE, page(number, q, why, viewer));
        };
    }

    private AskerPage page(TicketNumber number, String q, @Nullable Refusal refusal, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var found = found(q, viewer);
        var closed = reserved.closedTo(found.stream().map(Contact::id).toList(), ticket.queue());
        return new AskerPage(ticket, q, found, closed, refusal);
    }

    /** Each person once, with the organisation whose tickets the person's tickets are. */
    private List<Contact> found(String q, AgentViewer viewer) {
        return directory.contactsLike(q, MOST, Sight.circle(viewer)).stream()
                .filter(contact -> contact.valid() && contact.own())
                .toList();
    }

    private String nameOf(CustomerUserId user) {
        return customers.find(user).map(CustomerUser::name).orElse("");
    }
}
