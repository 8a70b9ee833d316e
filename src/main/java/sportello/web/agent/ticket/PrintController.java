package sportello.web.agent.ticket;

import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.print.Printing;
import sportello.ticket.TicketNumber;
import sportello.web.InlinePdf;
import sportello.web.NotFound;
import sportello.web.Views;

/** A ticket or one of its articles on paper. */
@Controller
class PrintController {
    private final TicketPages pages;
    private final Printing printing;
    private final Views views;

    PrintController(TicketPages pages, Printing printing, Views views) {
        this.pages = pages;
        this.printing = printing;
        this.views = views;
    }

    /** The document at once; a long one is offered to be drawn by a job. */
    @GetMapping("/tickets/{number}/print")
    View ticket(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "true") boolean internal,
            AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var length = printing.length(ticket, internal);
        return printing.isLong(length)
                ? views.show("agent/ticket/print", new PrintPage(ticket, internal, length))
                : pdf(number.value(), printing.ticket(ticket, internal, viewer));
    }

    @GetMapping("/tickets/{number}/articles/{no}/print")
    View article(@PathVariable TicketNumber number, @PathVariable int no, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return pdf(
                number.value() + "-" + no, printing.article(ticket, no, viewer).orElseThrow(NotFound::new));
    }

    private static View pdf(String name, byte[] bytes) {
        return new InlinePdf("ticket-" + name + ".pdf", bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
