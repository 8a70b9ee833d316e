package sportello.stats;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.audit.Accessed;
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
    private final ApplicationEventPublisher events;

    /** Who draws is asked for late: a visit that keeps reports sends none, and has nobody who draws. */
    ReportLetters(
            ObjectProvider<ReportPaper> drawing,
            Agents agents,
            Files files,
            LetterPaper paper,
            Outbox outbox,
            ApplicationEventPublisher events) {
        this.drawing = drawing;
        this.agents = agents;
        this.files = files;
        this.paper = paper;
        this.outbox = outbox;
        this.events = events;
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
        recipient.ifPresent(to -> {
            outbox.post(letter(report, day, viewer, to));
            events.publishEvent(Accessed.mailed(viewer.id().value(), "/reports", asked(report, day)));
        });
        return recipient.map(Recipient::address);
    }

    /** As the page of reports would be asked for the same. */
    private static String asked(MailedReport report, LocalDate day) {
        var period = report.span().before(day);
        return "by=%s&from=%s&to=%s".formatted(report.by().key(), period.first(), period.last());
    }

    private Letter letter(MailedReport report, LocalDate day, AgentViewer viewer, Recipient to) {
        var sheet = drawing.getObject().draw(report.by(), report.span().before(day), viewer);
        var kept = files.keep(new ByteArrayInputStream(sheet.pdf()));
        var body = paper.wrap(Html.ofText(sheet.text()), viewer.language());
        return new Letter(to, report.name() + ": " + sheet.title(), body, null, List.of(), true)
                .with(List.of(new LetterFile(sheet.file(), "application/pdf", kept.size(), kept.hash())));
    }
}
