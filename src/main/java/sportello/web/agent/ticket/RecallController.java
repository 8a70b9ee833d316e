package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Drafts;
import sportello.ticket.Recalling;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

/** "Annulla l'invio": back into the form in which the mail was written. */
@Controller
class RecallController {
    private final Recalling recalling;
    private final Drafts drafts;
    private final Afterwards afterwards;
    private final Views views;

    RecallController(Recalling recalling, Drafts drafts, Afterwards afterwards, Views views) {
        this.recalling = recalling;
        this.drafts = drafts;
        this.afterwards = afterwards;
        this.views = views;
    }

    @PostMapping("/tickets/{number}/recall")
    View create(@PathVariable TicketNumber number, @RequestParam int article, AgentViewer viewer) {
        var written = drafts.sentAs(number, article, viewer);
        var outcome = recalling.recall(number, article, viewer);
        var notice = Notice.of("notice.recalled");
        if (outcome instanceof Outcome.Done<Trace> && written.isPresent())
            return views.redirect(TicketPage.address(number, written.get()), notice);
        return afterwards.of(outcome, number, article, notice, viewer);
    }
}
