package sportello.web.agent.customer;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.customer.Charges;
import sportello.customer.Contact;
import sportello.customer.Correcting;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.CustomerRights;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.customer.Particulars;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.AskedBy;
import sportello.ticket.CustomerTickets;
import sportello.ticket.Sight;
import sportello.web.FieldForms;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.ListExport;

@Controller
class CustomerController {
    private static final String FORM = "agent/customer/customer_form";
    private static final int PEOPLE = 200;

    private final Customers customers;
    private final Directory directory;
    private final CustomerTickets tickets;
    private final AskedTickets asked;
    private final ListExport export;
    private final Correcting correcting;
    private final Particulars particulars;
    private final Charges charges;
    private final CustomerRights rights;
    private final FieldForms forms;
    private final Views views;

    CustomerController(
            Customers customers,
            Directory directory,
            CustomerTickets tickets,
            AskedTickets asked,
            ListExport export,
            Correcting correcting,
            Particulars particulars,
            Charges charges,
            CustomerRights rights,
            FieldForms forms,
            Views views) {
        this.particulars = particulars;
        this.charges = charges;
        this.rights = rights;
        this.forms = forms;
        this.customers = customers;
        this.directory = directory;
        this.tickets = tickets;
        this.asked = asked;
        this.export = export;
        this.correcting = correcting;
        this.views = views;
    }

    @GetMapping("/customers/{id}")
    View show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            AgentViewer viewer) {
        var customer = customer(id, viewer);
        var listed = asked.of(new AskedBy.Organisation(customer.id()), "/customers/" + id, state, after, viewer);
        var page = new CustomerPage(
                customer,
                particulars.of(customer.id()),
                charges.of(customer),
                people(customer.id(), viewer),
                listed,
                viewer.authority().keepsCustomers(),
                viewer.administrator());
        return views.show("agent/customer/customer", page);
    }

    @GetMapping("/customers/{id}/export")
    View export(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "csv") String format,
            AgentViewer viewer) {
        var part = asked.all(new AskedBy.Organisation(customer(id, viewer).id()), state, viewer);
        return export.of(part.rows(), part.next() != null, format, viewer);
    }

    @GetMapping("/customers/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var customer = customer(id, viewer);
        var fields = forms.of(Screen.CUSTOMER, Map.of(), particulars.of(customer.id()), viewer);
        return views.show(
                FORM,
                new CustomerFormPage(
                        customer.id(),
                        CustomerForm.of(customer),
                        fields,
                        charges.choices(customer, viewer.authority()),
                        rights.of(customer.id()),
                        null));
    }

    @PostMapping("/customers/{id}")
    View update(@PathVariable long id, CustomerForm form, AgentViewer viewer) {
        var present = customer(id, viewer);
        var customer = present.id();
        var typed = FieldForms.typed(Screen.CUSTOMER, form.fields(), viewer);
        var outcome = form.read()
                .then(details -> correcting.correct(customer, form.seen(), details, typed, viewer.authority()));
        return switch (outcome) {
            case Outcome.Done<CustomerId> done ->
                views.redirect("/customers/" + id, Notice.of("notice.customer.corrected"));
            case Outcome.Refused<CustomerId>(var why) -> {
                var fields = forms.again(Screen.CUSTOMER, form.fields(), particulars.of(customer), viewer);
                yield views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        FORM,
                        new CustomerFormPage(
                                customer,
                                form,
                                fields,
                                charges.choices(present, viewer.authority()),
                                rights.of(customer),
                                why));
            }
        };
    }

    private List<CustomerPage.Line> people(CustomerId customer, AgentViewer viewer) {
        var people = directory.peopleOf(customer, PEOPLE, Sight.circle(viewer));
        var open = tickets.underWayOfUsers(people.stream().map(Contact::id).toList(), viewer);
        return people.stream()
                .map(person -> new CustomerPage.Line(person, open.getOrDefault(person.id(), 0)))
                .toList();
    }

    private Customer customer(long id, AgentViewer viewer) {
        return customers
                .find(new CustomerId(id))
                .filter(found -> directory.knows(found.id(), Sight.circle(viewer)))
                .orElseThrow(NotFound::new);
    }
}
