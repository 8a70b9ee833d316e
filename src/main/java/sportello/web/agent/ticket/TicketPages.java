package sportello.web.agent.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Permission;
import sportello.base.Html;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Delivery;
import sportello.mail.Letters;
import sportello.notification.Fate;
import sportello.notification.Ledger;
import sportello.notification.LedgerLine;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplates;
import sportello.ticket.ArticleRecipient;
import sportello.ticket.ArticleRow;
import sportello.ticket.ArticleText;
import sportello.ticket.AttachedFile;
import sportello.ticket.Drafts;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.WholeArticle;
import sportello.ticket.Work;
import sportello.web.NotFound;

/** Puts the page of a ticket together, in a fixed number of statements however much there is. */
@Component
class TicketPages {
    private final TicketFiles tickets;
    private final Queues queues;
    private final AnswerTemplates templates;
    private final Ledger ledger;
    private final Letters letters;
    private final Drafts drafts;

    TicketPages(
            TicketFiles tickets,
            Queues queues,
            AnswerTemplates templates,
            Ledger ledger,
            Letters letters,
            Drafts drafts) {
        this.tickets = tickets;
        this.queues = queues;
        this.templates = templates;
        this.ledger = ledger;
        this.letters = letters;
        this.drafts = drafts;
    }

    /** The ticket, if it exists for the viewer. */
    TicketFile ticket(TicketNumber number, AgentViewer viewer) {
        return tickets.find(number, viewer).orElseThrow(NotFound::new);
    }

    /** One of its articles, if there is one of this number. */
    Optional<WholeArticle> article(TicketFile ticket, int no) {
        return no == 0 ? Optional.empty() : tickets.whole(ticket, no);
    }

    /** @param chosen the number of the article to lie open; where there is none such, the last that a person wrote */
    TicketPage of(TicketNumber number, int chosen, AgentViewer viewer, @Nullable Refusal refusal) {
        var ticket = ticket(number, viewer);
        var work = ticket.workOpenTo(viewer);
        var articles = tickets.articlesOf(ticket);
        var told = ledger.of(ticket.id());
        return new TicketPage(
                ticket,
                work,
                ticket.isLockedBy(viewer.id()),
                articles,
                choice(articles, chosen).map(row -> open(row, told)).orElse(null),
                work.contains(Work.MOVE) ? targets(ticket, viewer) : List.of(),
                work.contains(Work.ANSWER) ? templates.of(ticket.queue()) : List.<AnswerTemplate>of(),
                told,
                drafts.of(ticket.id(), viewer),
                refusal);
    }

    private OpenArticle open(ArticleRow row, List<LedgerLine> told) {
        var text = tickets.textOf(row);
        var body = text.html() ? Html.EMPTY : Html.ofText(text.text());
        var lines =
                told.stream().filter(line -> row.id().equals(line.article())).toList();
        return new OpenArticle(row, body, text.html(), filesOf(text), sentTo(row), Told.of(lines));
    }

    /** What stands within the text needs no line below it. */
    private static List<AttachedFile> filesOf(ArticleText text) {
        return text.files().stream()
                .filter(file -> !text.html() || !file.isWithin())
                .toList();
    }

    private List<SentTo> sentTo(ArticleRow row) {
        var recipients = tickets.recipientsOf(row);
        var deliveries = letters.deliveries(recipients.stream()
                .map(ArticleRecipient::letter)
                .filter(Objects::nonNull)
                .toList());
        return recipients.stream()
                .map(recipient -> new SentTo(recipient, fate(deliveries.get(recipient.letter()))))
                .toList();
    }

    private static @Nullable Fate fate(@Nullable Delivery delivery) {
        return delivery == null ? null : Fate.of(delivery);
    }

    private List<Queue> targets(TicketFile ticket, AgentViewer viewer) {
        return queues.where(viewer, Permission.MOVE_INTO).stream()
                .filter(queue -> !queue.id().equals(ticket.queue()))
                .toList();
    }

    private static Optional<ArticleRow> choice(List<ArticleRow> articles, int chosen) {
        return articles.stream()
                .filter(row -> row.no() == chosen)
                .findFirst()
                .or(() -> articles.stream().filter(row -> row.line() == null).findFirst())
                .or(() -> articles.stream().findFirst());
    }
}
