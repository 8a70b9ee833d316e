package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.print.Printout;
import sportello.print.PrintoutId;
import sportello.print.Printouts;
import sportello.storage.Files;
import sportello.ticket.TicketNumber;
import sportello.web.InlinePdf;
import sportello.web.NotFound;
import sportello.web.Views;

/** Long documents, drawn by a job. */
@Controller
class PrintoutController {
    private final TicketPages pages;
    private final Printouts printouts;
    private final Files files;
    private final Views views;

    PrintoutController(TicketPages pages, Printouts printouts, Files files, Views views) {
        this.pages = pages;
        this.printouts = printouts;
        this.files = files;
        this.views = views;
    }

    @PostMapping("/tickets/{number}/printouts")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "true") boolean internal,
            AgentViewer viewer) {
        var id = printouts.begin(pages.ticket(number, viewer), internal, viewer);
        return views.redirect("/printouts/" + id.value());
    }

    @GetMapping("/printouts/{id}")
    View show(@PathVariable long id, AgentViewer viewer) {
        return views.show("agent/ticket/printout", new PrintoutPage(find(id, viewer)));
    }

    @GetMapping("/printouts/{id}/file")
    View file(@PathVariable long id, AgentViewer viewer) {
        var printout = find(id, viewer);
        var file = printout.file();
        if (file == null) throw new NotFound();
        return new InlinePdf("ticket-" + printout.ticket() + ".pdf", file.size(), () -> files.open(file.hash()));
    }

    private Printout find(long id, AgentViewer viewer) {
        return printouts.find(new PrintoutId(id), viewer).orElseThrow(NotFound::new);
    }
}
