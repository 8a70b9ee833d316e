package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.Arrivals;
import sportello.postmaster.MailLog;
import sportello.ticket.ArticleId;
import sportello.web.NotFound;
import sportello.web.RawMail;

/** The mail that became an article, as it came: the proof of what was written. */
@Controller
class SourceController {
    private final MailLog log;
    private final Arrivals arrivals;

    SourceController(MailLog log, Arrivals arrivals) {
        this.log = log;
        this.arrivals = arrivals;
    }

    @GetMapping("/articles/{id}/source")
    View source(@PathVariable long id, AgentViewer viewer) {
        var mail = log.of(new ArticleId(id), viewer).orElseThrow(NotFound::new);
        return RawMail.of(mail, () -> arrivals.open(mail));
    }
}
