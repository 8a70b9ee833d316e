package sportello.ticket;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.customer.Particulars;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.identity.Viewer.AgentViewer;

/** The tickets as people of the desk read them. What the viewer may not see is not found. */
@Component
public class TicketFiles {
    private final TicketFileSql tickets;
    private final LimitSql limits;
    private final ArticleReadSql articles;
    private final RecipientSql recipients;
    private final ProofSql proofs;
    private final Pictures pictures;
    private final FilledFields fields;
    private final Particulars particulars;

    TicketFiles(
            TicketFileSql tickets,
            LimitSql limits,
            ArticleReadSql articles,
            RecipientSql recipients,
            ProofSql proofs,
            Pictures pictures,
            FilledFields fields,
            Particulars particulars) {
        this.particulars = particulars;
        this.tickets = tickets;
        this.limits = limits;
        this.articles = articles;
        this.recipients = recipients;
        this.proofs = proofs;
        this.pictures = pictures;
        this.fields = fields;
    }

    public Optional<TicketFile> find(TicketNumber number, AgentViewer viewer) {
        return tickets.find(number, viewer);
    }

    /** The limits that are in force for the viewer on every one of the tickets, as far as the viewer sees them. */
    public Limits limitsOn(Collection<TicketNumber> numbers, AgentViewer viewer) {
        return limits.onAll(numbers, viewer);
    }

    /** The number of the ticket that old links know by its id. */
    public Optional<TicketNumber> numberOf(TicketId id, AgentViewer viewer) {
        return tickets.numberOf(id, viewer);
    }

    /** What the house's own fields say of a ticket that the viewer has found; nobody is asked where none says anything. */
    public List<FilledField> fieldsOf(TicketFile ticket) {
        return ticket.filled() ? fields.of(Subject.TICKET, ticket.id().value()) : List.of();
    }

    /** As far as customers are shown it. */
    public List<FilledField> fieldsForCustomers(TicketFile ticket) {
        return ticket.filled() ? fields.of(Subject.TICKET, ticket.id().value(), Screen.PORTAL_TICKET) : List.of();
    }

    /** What the house's own fields say of who asked, as far as it is shown beside tickets. */
    public List<FilledField> particularsOf(TicketFile ticket) {
        var asker = ticket.asker();
        return asker != null && asker.filled() ? particulars.beside(asker.userId(), asker.customerId()) : List.of();
    }

    /** What they say of several of its articles, as far as the screen shows it; nobody is asked where none says anything. */
    public Map<ArticleId, List<FilledField>> fieldsOf(List<ArticleRow> rows, Screen screen) {
        var filled = rows.stream()
                .filter(ArticleRow::filled)
                .map(row -> row.id().value())
                .toList();
        return fields.of(Subject.ARTICLE, filled, screen).entrySet().stream()
                .collect(toMap(one -> new ArticleId(one.getKey()), Map.Entry::getValue));
    }

    /** Everything that was written on a ticket that the viewer has found, newest first. */
    public List<ArticleRow> articlesOf(TicketFile ticket) {
        return articles.of(ticket.id());
    }

    /** What one of its articles says. */
    public ArticleText textOf(ArticleRow article) {
        return articles.text(article.id());
    }

    /** What several of its articles say, in one statement. */
    public Map<ArticleId, ArticleText> textsOf(List<ArticleRow> rows) {
        return articles.texts(rows.stream().map(ArticleRow::id).toList());
    }

    /** To whom one of its articles went; nobody is asked for where nothing can have gone to anybody. */
    public List<ArticleRecipient> recipientsOf(ArticleRow article) {
        return article.hasRecipients() ? recipients.of(article.id()) : List.of();
    }

    /** The same of several, in one statement, and in none where nothing can have gone to anybody. */
    public Map<ArticleId, List<ArticleRecipient>> recipientsOf(List<ArticleRow> rows) {
        var sent = rows.stream()
                .filter(ArticleRow::hasRecipients)
                .map(ArticleRow::id)
                .toList();
        return sent.isEmpty() ? Map.of() : recipients.of(sent);
    }

    /** What stands behind one of its articles that came in as a mail. */
    public Proof proofOf(ArticleRow article) {
        return article.hasProof() ? proofs.of(article.id()) : Proof.NONE;
    }

    /** The same of several, in one statement, and in none where nothing stands behind any. */
    public Map<ArticleId, Proof> proofsOf(List<ArticleRow> rows) {
        var proven =
                rows.stream().filter(ArticleRow::hasProof).map(ArticleRow::id).toList();
        return proven.isEmpty() ? Map.of() : proofs.of(proven);
    }

    /** What providers of certified mail attest of one of its articles that was mailed. */
    public List<Attested> receiptsOf(ArticleRow article) {
        return article.hasReceipts() ? proofs.receipts(article.id()) : List.of();
    }

    /** An article's HTML as it came, not yet cleaned, its pictures in their places. */
    public Optional<String> html(ArticleId article, AgentViewer viewer) {
        return articles.html(article, viewer).map(html -> pictures.in(html, articles.pictures(article)));
    }

    /** One of its articles with everything that is in it. */
    public Optional<WholeArticle> whole(TicketFile ticket, int no) {
        return articles.whole(ticket.id(), no)
                .map(stored -> new WholeArticle(
                        stored.row(),
                        stored.author(),
                        stored.text(),
                        stored.html() == null
                                ? Html.ofText(stored.text())
                                : Html.sanitised(pictures.in(stored.html(), stored.files())),
                        stored.files().stream().filter(file -> !file.isWithin()).toList(),
                        stored.encrypted()));
    }

    /** All files of a ticket that the viewer has found, newest article first. */
    public List<SharedFile> filesOf(TicketFile ticket) {
        return articles.files(ticket.id());
    }

    /** The number of the ticket to which an article belongs. */
    public Optional<TicketNumber> numberOf(ArticleId article, AgentViewer viewer) {
        return articles.numberOf(article, viewer);
    }

    /** A file of an article. */
    public Optional<AttachedFile> file(ArticleId article, int position, AgentViewer viewer) {
        return articles.file(article, position, viewer);
    }
}
