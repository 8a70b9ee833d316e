package sportello.web.agent.customer;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.Belonging;
import sportello.customer.Correcting;
import sportello.customer.Customer;
import sportello.customer.CustomerId;
import sportello.customer.CustomerRight;
import sportello.customer.CustomerRights;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.customer.Particulars;
import sportello.field.FilledField;
import sportello.field.Screen;
import sportello.field.TypedFields;
import sportello.identity.Inviting;
import sportello.identity.KeepingFactors;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Welcoming;
import sportello.ticket.AskedBy;
import sportello.ticket.Sight;
import sportello.web.FieldForms;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.ListExport;

@Controller
class CustomerUserController {
    private static final int ORGANISATIONS = 200;

    private final Customers customers;
    private final Directory directory;
    private final AskedTickets asked;
    private final ListExport export;
    private final Welcoming welcoming;
    private final Inviting inviting;
    private final Correcting correcting;
    private final Particulars particulars;
    private final FieldForms forms;
    private final KeepingFactors factors;
    private final CustomerRights rights;
    private final CustomerUserPages pages;
    private final Views views;

    CustomerUserController(
            Customers customers,
            Directory directory,
            AskedTickets asked,
            ListExport export,
            Welcoming welcoming,
            Inviting inviting,
            Correcting correcting,
            Particulars particulars,
            FieldForms forms,
            KeepingFactors factors,
            CustomerRights rights,
            CustomerUserPages pages,
            Views views) {
        this.customers = customers;
        this.directory = directory;
        this.asked = asked;
        this.export = export;
        this.welcoming = welcoming;
        this.inviting = inviting;
        this.correcting = correcting;
        this.particulars = particulars;
        this.forms = forms;
        this.factors = factors;
        this.rights = rights;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/customers/users/{id}")
    View show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            AgentViewer viewer) {
        return pages.show(id, state, after, viewer);
    }

    /** @param customer the organisation from whose page the person is entered */
    @GetMapping("/customers/users/new")
    View fresh(@RequestParam(required = false) @Nullable Long customer, AgentViewer viewer) {
        var name = customer == null
                ? ""
                : customers
                        .find(new CustomerId(customer))
                        .filter(found -> directory.knows(found.id(), Sight.circle(viewer)))
                        .orElseThrow(NotFound::new)
                        .name();
        return form(HttpStatus.OK, null, CustomerUserForm.blank(name, inviting.isOffered()), null, viewer);
    }

    @PostMapping("/customers/users")
    View create(CustomerUserForm form, AgentViewer viewer) {
        var outcome = form.read()
                .then(details -> belonging(form, viewer)
                        .then(belonging -> welcoming.register(
                                details, belonging, typed(form, viewer), form.isInvited(), viewer.authority())));
        return switch (outcome) {
            case Outcome.Done<CustomerUserId>(var id) ->
                views.redirect(
                        "/customers/users/" + id.value(),
                        form.isInvited()
                                ? Notice.of("notice.customer_user.invited", form.email())
                                : Notice.of("notice.customer_user.entered"));
            case Outcome.Refused<CustomerUserId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why, viewer);
        };
    }

    @GetMapping("/customers/users/{id}/export")
    View export(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "csv") String format,
            AgentViewer viewer) {
        var part = asked.all(new AskedBy.Person(pages.user(id, viewer).id()), state, viewer);
        return export.of(part.rows(), part.next() != null, format, viewer);
    }

    /** What stands in it is for those who may correct it. */
    @GetMapping("/customers/users/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var user = pages.user(id, viewer);
        if (!viewer.authority().keepsCustomers()) return pages.refused(user, new Refusal("customers.keep"), viewer);
        var all = customers.all(customers.of(user.id()));
        var own = all.stream()
                .filter(customer -> customer.id().equals(user.customer()))
                .map(Customer::name)
                .findFirst()
                .orElse("");
        var further = all.stream()
                .filter(customer -> !customer.id().equals(user.customer()))
                .toList();
        return form(HttpStatus.OK, user.id(), CustomerUserForm.of(user, own, further), null, viewer);
    }

    @PostMapping("/customers/users/{id}")
    View update(@PathVariable long id, CustomerUserForm form, AgentViewer viewer) {
        var user = pages.user(id, viewer).id();
        var outcome = form.read()
                .then(details -> belonging(form, viewer)
                        .then(belonging -> correcting.correct(
                                user, form.seen(), details, belonging, typed(form, viewer), viewer.authority())));
        return switch (outcome) {
            case Outcome.Done<CustomerUserId> done ->
                views.redirect("/customers/users/" + id, Notice.of("notice.customer_user.corrected"));
            case Outcome.Refused<CustomerUserId>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, user, form, why, viewer);
        };
    }

    @PostMapping("/customers/users/{id}/bounce/removal")
    View unmark(@PathVariable long id, AgentViewer viewer) {
        var user = pages.user(id, viewer);
        return switch (correcting.unmark(user.id(), viewer.authority())) {
            case Outcome.Done<CustomerUserId> done ->
                views.redirect("/customers/users/" + id, Notice.of("notice.customer_user.unmarked"));
            case Outcome.Refused<CustomerUserId>(var why) -> pages.refused(user, why, viewer);
        };
    }

    private static TypedFields typed(CustomerUserForm form, AgentViewer viewer) {
        return FieldForms.typed(Screen.CUSTOMER_USER, form.fields(), viewer);
    }

    private Outcome<Belonging> belonging(CustomerUserForm form, AgentViewer viewer) {
        var customer =
                directory.customerCalled(form.customer(), Sight.circle(viewer)).orElse(null);
        if (customer == null) return Outcome.refused("customer_user.customer");
        var further = new HashSet<CustomerId>();
        for (var name : form.furtherNames().toList()) {
            var known = directory.customerCalled(name, Sight.circle(viewer)).orElse(null);
            if (known == null) return Outcome.refused("customer_user.further", name);
            further.add(known);
        }
        return Outcome.done(new Belonging(customer, further));
    }

    private View form(
            HttpStatus status,
            @Nullable CustomerUserId id,
            CustomerUserForm form,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        var factor = id != null && viewer.administrator() ? factors.of(id).orElse(null) : null;
        var held = id != null && viewer.administrator() ? rights.of(id) : List.<CustomerRight>of();
        var present = id == null ? List.<FilledField>of() : particulars.of(id);
        var fields = refusal == null
                ? forms.of(Screen.CUSTOMER_USER, form.fields(), present, viewer)
                : forms.again(Screen.CUSTOMER_USER, form.fields(), present, viewer);
        var page = new CustomerUserFormPage(
                id, factor, held, form, directory.names(ORGANISATIONS, Sight.circle(viewer)), fields, refusal);
        return views.show(status, "agent/customer/user_form", page);
    }
}
