package sportello.web.agent.ticket;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.customer.Contact;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ChangingCustomer;
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
    private final ChangingCustomer changingCustomer;
    private final Afterwards afterwards;
    private final Views views;

    AskerController(
            TicketPages pages,
            Customers customers,
            Directory directory,
            ChangingCustomer changingCustomer,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.customers = customers;
        this.directory = directory;
        this.changingCustomer = changingCustomer;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/customer/edit")
    View edit(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show(TEMPLATE, new AskerPage(ticket, q, found(q, viewer), null));
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
                views.show(
                        Afterwards.statusOf(why),
                        TEMPLATE,
                        new AskerPage(pages.ticket(number, viewer), q, found(q, viewer), why));
        };
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
