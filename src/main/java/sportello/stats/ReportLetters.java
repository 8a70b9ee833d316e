package sportello.stats;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.base.Html;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Letter;
import sportello.mail.LetterFile;
import sportello.mail.LetterPaper;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.storage.Files;

/** Posts reports, each drawn for the one who reads it. */
@Component
class ReportLetters {
    private final ObjectProvider<ReportPaper> drawing;
    private final Agents agents;
    private final Files files;
    private final LetterPaper paper;
    private final Outbox outbox;

    /** Who draws is asked for late: a visit that keeps reports sends none, and has nobody who draws. */
    ReportLetters(ObjectProvider<ReportPaper> drawing, Agents agents, Files files, LetterPaper paper, Outbox outbox) {
        this.drawing = drawing;
        this.agents = agents;
        this.files = files;
        this.paper = paper;
        this.outbox = outbox;
    }

    /**
     * To the viewer's own address; without one nothing is posted.
     *
     * @param day before which the report's days end
     */
    Optional<String> post(MailedReport report, LocalDate day, AgentViewer viewer) {
        var recipient = agents.find(viewer.id())
                .filter(Agent::valid)
                .flatMap(agent -> Recipient.of(agent.name(), agent.email()));
        recipient.ifPresent(to -> outbox.post(letter(report, day, viewer, to)));
        return recipient.map(Recipient::address);
    }

    private Letter letter(MailedReport report, LocalDate day, AgentViewer viewer, Recipient to) {
        var sheet = drawing.getObject().draw(report.by(), report.span().before(day), viewer);
        var kept = files.keep(new ByteArrayInputStream(sheet.pdf()));
        var body = paper.wrap(Html.ofText(sheet.text()), viewer.language());
        return new Letter(to, report.name() + ": " + sheet.title(), body, null, List.of(), true)
                .with(List.of(new LetterFile(sheet.file(), "application/pdf", kept.size(), kept.hash())));
    }
}
