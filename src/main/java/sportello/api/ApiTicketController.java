package sportello.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.Fields;
import sportello.field.PlainFields;
import sportello.field.PlainReading;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.FillingIn;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.TypedBy;
import sportello.web.NotFound;
import sportello.web.Problem;
import sportello.web.Views;
import sportello.web.Words;

/** A ticket for programs: its head with the house's own fields, which can be filled in. */
@Controller
class ApiTicketController {
    private final TicketFiles tickets;
    private final FillingIn filling;
    private final PlainReading reading;
    private final Views views;

    ApiTicketController(TicketFiles tickets, FillingIn filling, PlainReading reading, Views views) {
        this.tickets = tickets;
        this.filling = filling;
        this.reading = reading;
        this.views = views;
    }

    @GetMapping("/api/tickets/{number}")
    View show(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = ticket(number, viewer);
        return views.json(PlainTicket.of(ticket, tickets.fieldsOf(ticket)));
    }

    @PatchMapping(path = "/api/tickets/{number}/fields", consumes = MediaType.APPLICATION_JSON_VALUE)
    View fillIn(@PathVariable TicketNumber number, InputStream body, AgentViewer viewer) throws IOException {
        return switch (FieldsBody.read(body)) {
            case Outcome.Done<FieldsBody>(var sent) -> fillIn(number, sent, viewer);
            case Outcome.Refused<FieldsBody>(var why) ->
                views.problem(words -> new Problem(statusOf(why), words.t(why)));
        };
    }

    private View fillIn(TicketNumber number, FieldsBody sent, AgentViewer viewer) {
        var named = TypedBy.plain(Screen.TICKET, sent.fields(), viewer);
        return switch (filling.fillInNamed(number, sent.version(), named, viewer)) {
            case Outcome.Done<Trace> _ -> show(number, viewer);
            case Outcome.Refused<Trace>(var why) -> {
                var ticket = ticket(number, viewer);
                yield views.problem(
                        words -> new Problem(statusOf(why), said(why, words), errors(why, named, ticket, words)));
            }
        };
    }

    private TicketFile ticket(TicketNumber number, AgentViewer viewer) {
        return tickets.find(number, viewer).orElseThrow(NotFound::new);
    }

    private List<Problem.Wrong> errors(Refusal why, PlainFields named, TicketFile ticket, Words words) {
        if (!why.message().equals(Fields.WRONG)) return List.of();
        return reading.problems(named, tickets.fieldsOf(ticket)).entrySet().stream()
                .map(one -> Problem.Wrong.in("fields", one.getKey(), words.t(one.getValue())))
                .toList();
    }

    /** To a person we would say that what was typed is still there. */
    private static String said(Refusal why, Words words) {
        return why.message().equals("ticket.changed") ? words.t("problem.changed") : words.t(why);
    }

    /** What is no fault of what was sent, nor of the rights of whoever sent it, lies with the ticket as it is now. */
    private static int statusOf(Refusal why) {
        return switch (why.message()) {
            case "body.large" -> HttpStatus.CONTENT_TOO_LARGE.value();
            case "body.unreadable", "body.many" -> HttpStatus.BAD_REQUEST.value();
            case "ticket.no_permission" -> HttpStatus.FORBIDDEN.value();
            case Fields.WRONG -> HttpStatus.UNPROCESSABLE_CONTENT.value();
            default -> HttpStatus.CONFLICT.value();
        };
    }
}
