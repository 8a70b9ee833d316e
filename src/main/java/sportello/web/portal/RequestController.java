package sportello.web.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.customer.CustomerId;
import sportello.customer.Customers;
import sportello.field.Fields;
import sportello.field.Screen;
import sportello.identity.Viewer.CustomerViewer;
import sportello.ticket.Choices;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Requests;
import sportello.ticket.Submission;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.web.FieldForms;
import sportello.web.Notice;
import sportello.web.ReceivedFiles;
import sportello.web.Views;

@Controller
class RequestController {
    private final Opening opening;
    private final Requests requests;
    private final Customers customers;
    private final Choices services;
    private final FieldForms forms;
    private final Views views;

    RequestController(
            Opening opening, Requests requests, Customers customers, Choices services, FieldForms forms, Views views) {
        this.opening = opening;
        this.requests = requests;
        this.customers = customers;
        this.services = services;
        this.forms = forms;
        this.views = views;
    }

    @GetMapping("/portal/requests/new")
    View form(CustomerViewer viewer) {
        var choices = customers.choicesOf(viewer.id());
        return views.show(
                "portal/new_request",
                new NewRequestPage(
                        UUID.randomUUID(),
                        choices,
                        viewer.customer(),
                        services.forCustomers(),
                        null,
                        "",
                        "",
                        forms.of(Screen.PORTAL_OPENING, Map.of(), List.of(), viewer),
                        0,
                        Problems.NONE));
    }

    @PostMapping("/portal/requests")
    View create(RequestForm form, CustomerViewer viewer) {
        var title = Title.of(form.title());
        var text = Message.of(form.text());
        var files = Uploads.of(ReceivedFiles.chosen(form.files()));
        if (title instanceof Outcome.Done(var inTitle)
                && text instanceof Outcome.Done(var inText)
                && files instanceof Outcome.Done(var attached)) return open(form, inTitle, inText, attached, viewer);
        return again(
                form,
                viewer,
                Problems.NONE.and("title", title).and("text", text).and("files", files));
    }

    private View open(RequestForm form, Title title, Message text, Uploads files, CustomerViewer viewer) {
        var fields = FieldForms.typed(Screen.PORTAL_OPENING, form.fields(), viewer);
        var submission = Submission.of(form.form(), title.value(), text, files, fields, form.service());
        return switch (opening.byPortal(
                viewer, submission, asked(form, viewer), title, text, files, fields, form.service())) {
            case Outcome.Done(var number) -> opened(number, viewer);
            case Outcome.Refused<TicketNumber>(var why)
            when why.message().equals(Fields.WRONG) -> again(form, viewer, Problems.NONE);
            case Outcome.Refused<TicketNumber> refused ->
                again(form, viewer, Problems.NONE.and(field(refused), refused));
        };
    }

    private static String field(Outcome.Refused<TicketNumber> refused) {
        return refused.why().message().startsWith("services.") ? "service" : "customer";
    }

    @GetMapping("/portal/requests/{number}")
    View show(@PathVariable TicketNumber number, CustomerViewer viewer) {
        var request = requests.get(number, viewer);
        return requests.end(request, viewer)
                .map(end -> goesOnAt(end, number))
                .orElseGet(() -> views.show(
                        "portal/request", new RequestPage(request, UUID.randomUUID(), "", 0, Problems.NONE)));
    }

    private View goesOnAt(TicketNumber end, TicketNumber merged) {
        return views.redirect("/portal/requests/" + end, Notice.of("portal.goes_on", merged.value()));
    }

    /** In a reserved group it may be nothing for the person to see. */
    private View opened(TicketNumber number, CustomerViewer viewer) {
        return requests.exists(number, viewer)
                ? views.redirect("/portal/requests/" + number, Notice.of("portal.sent", number.value()))
                : views.redirect("/portal", Notice.of("portal.sent_reserved", number.value()));
    }

    /** What is wrong with the house's own fields is said in any case. */
    private View again(RequestForm form, CustomerViewer viewer, Problems problems) {
        var fields = forms.again(Screen.PORTAL_OPENING, form.fields(), List.of(), viewer);
        var page = new NewRequestPage(
                form.form(),
                customers.choicesOf(viewer.id()),
                asked(form, viewer),
                services.forCustomers(),
                form.service(),
                form.title(),
                form.text(),
                fields,
                ReceivedFiles.chosen(form.files()).size(),
                problems.and(fields));
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, "portal/new_request", page);
    }

    private static CustomerId asked(RequestForm form, CustomerViewer viewer) {
        var chosen = form.customer();
        return chosen == null ? viewer.customer() : new CustomerId(chosen);
    }
}
