package sportello.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;
import sportello.storage.Files;
import sportello.ticket.Sequels.Written;

/** Forwards an article to anybody, with a word and with the files that are chosen (S47, "Inoltra"). */
@Component
public class Forwarding {
    private final Workbench workbench;
    private final Sequels sequels;
    private final Articles articles;
    private final ArticleReadSql read;
    private final Files files;
    private final Correspondence correspondence;
    private final Confidences confidences;
    private final Chronicle chronicle;

    Forwarding(
            Workbench workbench,
            Sequels sequels,
            Articles articles,
            ArticleReadSql read,
            Files files,
            Correspondence correspondence,
            Confidences confidences,
            Chronicle chronicle) {
        this.workbench = workbench;
        this.sequels = sequels;
        this.articles = articles;
        this.read = read;
        this.files = files;
        this.correspondence = correspondence;
        this.confidences = confidences;
        this.chronicle = chronicle;
    }

    /**
     * @param seen the version of the ticket that the mail was written on
     * @param article the number of the article that is forwarded
     * @param along the positions of those of its files that go along
     * @param visible whether the customer reads in the portal what was forwarded
     * @param sequel what becomes of the ticket
     */
    @Transactional
    public Outcome<Trace> forward(
            TicketNumber number,
            int seen,
            int article,
            Set<Integer> along,
            Mail mail,
            boolean visible,
            Sequel sequel,
            AgentViewer by) {
        return workbench.write(
                number,
                Work.FORWARD,
                sequel,
                by,
                seen,
                ticket -> Outcome.unless(
                        confidences.against(ticket, article, mail),
                        () -> with(ticket, article, along, mail.files())
                                .then(all -> sequels.of(
                                        sequel,
                                        ticket,
                                        mail.fields(),
                                        by,
                                        said -> write(ticket, article, mail, all, visible, said, by)))));
    }

    private Written write(
            Ticket ticket, int no, Mail mail, Uploads all, boolean visible, List<WantedField> said, AgentViewer by) {
        var article = articles.add(
                NewArticle.byAgent(ticket.id(), Channel.EMAIL, visible, mail, by), all, mail.spent(), said, by.actor());
        correspondence.send(article, ticket, mail, confidences.encrypting(ticket, no, mail), by);
        confidences.sent(ticket, article, no, mail, by);
        var line = chronicle.record(new TicketEvent.Forwarded(ticket.id(), by.actor(), article, no, visible));
        return new Written(article, visible, line);
    }

    /** The chosen files before the new ones; what stands within the text has come with it. */
    private Outcome<Uploads> with(Ticket ticket, int no, Set<Integer> along, Uploads more) {
        var all = new ArrayList<Upload>();
        for (var file : read.files(ticket.id(), no)) {
            if (along.contains(file.position())) all.add(upload(file));
        }
        all.addAll(more.files());
        return Uploads.of(all);
    }

    private Upload upload(AttachedFile file) {
        return new Upload(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash()));
    }
}
