package sportello.web.agent.customer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.customer.Charges;
import sportello.customer.Contact;
import sportello.customer.CustomerId;
import sportello.customer.CustomerLine;
import sportello.customer.Directory;
import sportello.customer.Registering;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.CustomerTickets;
import sportello.ticket.Sight;
import sportello.web.FieldForms;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class CustomersController {
    private static final String FORM = "agent/customer/customer_form";
    private static final int ROWS = 50;
    private static final int PEOPLE = 25;

    private final Directory directory;
    private final CustomerTickets tickets;
    private final Registering registering;
    private final Charges charges;
    private final FieldForms forms;
    private final Views views;

    CustomersController(
            Directory directory,
            CustomerTickets tickets,
            Registering registering,
            Charges charges,
            FieldForms forms,
            Views views) {
        this.charges = charges;
        this.forms = forms;
        this.directory = directory;
        this.tickets = tickets;
        this.registering = registering;
        this.views = views;
    }

    /** @param after the last customer of the page before */
    @GetMapping("/customers")
    View index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long after,
            AgentViewer viewer) {
        return views.show(
                "agent/customer/customers",
                q.isBlank() ? all(after == null ? null : new CustomerId(after), viewer) : found(q, viewer));
    }

    private CustomersPage all(@Nullable CustomerId after, AgentViewer viewer) {
        var found = directory.customers(after, ROWS + 1, Sight.circle(viewer));
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var next =
                found.size() > ROWS ? "/customers?after=" + shown.getLast().id().value() : null;
        return page("", shown, List.of(), next, viewer);
    }

    private CustomersPage found(String q, AgentViewer viewer) {
        var circle = Sight.circle(viewer);
        return page(
                q, directory.customersLike(q, ROWS, circle), directory.contactsLike(q, PEOPLE, circle), null, viewer);
    }

    private CustomersPage page(
            String q, List<CustomerLine> lines, List<Contact> people, @Nullable String next, AgentViewer viewer) {
        var open = tickets.underWayOf(lines.stream().map(CustomerLine::id).toList(), viewer);
        return new CustomersPage(
                q,
                lines.stream()
                        .map(line -> new CustomersPage.Line(line, open.getOrDefault(line.id(), 0)))
                        .toList(),
                people,
                next,
                viewer.authority().keepsCustomers());
    }

    @GetMapping("/customers/new")
    View fresh(AgentViewer viewer) {
        var fields = forms.of(Screen.CUSTOMER, Map.of(), List.of(), viewer);
        return views.show(
                FORM,
                new CustomerFormPage(
                        null, CustomerForm.BLANK, fields, charges.choices(null, viewer.authority()), List.of(), null));
    }

    @PostMapping("/customers")
    View create(CustomerForm form, AgentViewer viewer) {
        var typed = FieldForms.typed(Screen.CUSTOMER, form.fields(), viewer);
        var outcome = form.read().then(details -> registering.register(details, typed, viewer.authority()));
        return switch (outcome) {
            case Outcome.Done<CustomerId>(var id) ->
                views.redirect("/customers/" + id.value(), Notice.of("notice.customer.entered", form.name()));
            case Outcome.Refused<CustomerId>(var why) -> {
                var fields = forms.again(Screen.CUSTOMER, form.fields(), List.of(), viewer);
                yield views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        FORM,
                        new CustomerFormPage(
                                null, form, fields, charges.choices(null, viewer.authority()), List.of(), why));
            }
        };
    }
}
