package sportello.web.agent.ticket;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.FillingIn;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.FieldForms;
import sportello.web.Notice;
import sportello.web.Views;

/** The house's own fields of a ticket. */
@Controller
class FieldsController {
    private static final String TEMPLATE = "agent/ticket/fields";

    private final TicketPages pages;
    private final FillingIn filling;
    private final FieldForms forms;
    private final Afterwards afterwards;
    private final Views views;

    FieldsController(TicketPages pages, FillingIn filling, FieldForms forms, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.filling = filling;
        this.forms = forms;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/fields/edit")
    View edit(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var fields = forms.of(Screen.TICKET, Map.of(), pages.fields(ticket), viewer);
        return views.show(TEMPLATE, new FieldsPage(ticket, fields, null));
    }

    @PostMapping("/tickets/{number}/fields")
    View update(@PathVariable TicketNumber number, FieldsForm form, AgentViewer viewer) {
        var typed = FieldForms.typed(Screen.TICKET, form.fields(), viewer);
        return switch (filling.fillIn(number, form.version(), typed, viewer)) {
            case Outcome.Done<Trace>(var trace) -> afterwards.done(trace, number, Notice.of("notice.filled_in"));
            case Outcome.Refused<Trace>(var why) -> {
                var ticket = pages.ticket(number, viewer);
                var fields = forms.again(Screen.TICKET, form.fields(), pages.fields(ticket), viewer);
                yield views.show(Afterwards.statusOf(why), TEMPLATE, new FieldsPage(ticket, fields, why));
            }
        };
    }
}
