package sportello.web.agent.ticket;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Refusal;
import sportello.field.FilledField;
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Delivery;
import sportello.mail.LetterId;
import sportello.mail.LetterState;
import sportello.mail.Letters;
import sportello.notification.Fate;
import sportello.notification.Ledger;
import sportello.notification.LedgerLine;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplates;
import sportello.reply.TemplateKind;
import sportello.ticket.ArticleRecipient;
import sportello.ticket.ArticleRow;
import sportello.ticket.ArticleText;
import sportello.ticket.Ascertaining;
import sportello.ticket.AttachedFile;
import sportello.ticket.Choice;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.Kindred;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.WholeArticle;
import sportello.ticket.Work;
import sportello.web.Folded;
import sportello.web.NotFound;

/** Puts the page of a ticket together, in a fixed number of statements however much there is. */
@Component
class TicketPages {
    private final TicketFiles tickets;
    private final Kindred kindred;
    private final Ascertaining ascertaining;
    private final AnswerTemplates templates;
    private final Ledger ledger;
    private final Letters letters;
    private final Conversations conversations;
    private final Drafts drafts;

    TicketPages(
            TicketFiles tickets,
            Kindred kindred,
            Ascertaining ascertaining,
            AnswerTemplates templates,
            Ledger ledger,
            Letters letters,
            Conversations conversations,
            Drafts drafts) {
        this.tickets = tickets;
        this.kindred = kindred;
        this.ascertaining = ascertaining;
        this.templates = templates;
        this.ledger = ledger;
        this.letters = letters;
        this.conversations = conversations;
        this.drafts = drafts;
    }

    /** The ticket, if it exists for the viewer. */
    TicketFile ticket(TicketNumber number, AgentViewer viewer) {
        return tickets.find(number, viewer).orElseThrow(NotFound::new);
    }

    /** What the house's own fields say of it. */
    List<FilledField> fields(TicketFile ticket) {
        return tickets.fieldsOf(ticket);
    }

    /** Its articles as a conversation; {@code before} names the article above which they shall stand, 0 for the newest. */
    TicketPage conversation(TicketNumber number, int before, AgentViewer viewer) {
        return of(number, 0, viewer, DutyForm.BLANK, null, articles -> conversations.of(articles, before));
    }

    /** One of its articles, if there is one of this number. */
    Optional<WholeArticle> article(TicketFile ticket, int no) {
        return no == 0 ? Optional.empty() : tickets.whole(ticket, no);
    }

    /** @param chosen the number of the article to lie open; where there is none such, the last that a person wrote */
    TicketPage of(TicketNumber number, int chosen, AgentViewer viewer, @Nullable Refusal refusal) {
        return of(number, chosen, viewer, DutyForm.BLANK, refusal);
    }

    /** @param duty what was typed about a closing without success */
    TicketPage of(TicketNumber number, int chosen, AgentViewer viewer, DutyForm duty, @Nullable Refusal refusal) {
        return of(number, chosen, viewer, duty, refusal, null);
    }

    private TicketPage of(
            TicketNumber number,
            int chosen,
            AgentViewer viewer,
            DutyForm duty,
            @Nullable Refusal refusal,
            @Nullable Function<List<ArticleRow>, Conversation> talk) {
        var ticket = ticket(number, viewer);
        var work = ticket.workOpenTo(viewer);
        var articles = tickets.articlesOf(ticket);
        var told = ledger.of(ticket.id());
        return new TicketPage(
                ticket,
                work,
                ticket.isLockedBy(viewer.id()),
                articles,
                talk == null
                        ? choice(articles, chosen).map(row -> open(row, told)).orElse(null)
                        : null,
                talk == null ? null : talk.apply(articles),
                work.contains(Work.ANSWER)
                        ? templates.of(ticket.queue(), TemplateKind.ANSWER)
                        : List.<AnswerTemplate>of(),
                told,
                kindred.of(ticket, viewer),
                fields(ticket),
                tickets.particularsOf(ticket),
                work.contains(Work.ASCERTAIN) ? ascertaining.causes() : List.<Choice>of(),
                work.contains(Work.ASCERTAIN)
                        && !templates.of(ticket.queue(), TemplateKind.SNIPPET).isEmpty(),
                duty.equals(DutyForm.BLANK) ? begun(ticket, viewer) : duty,
                refusal);
    }

    /** What the viewer has begun to say about a closing without success. */
    private DutyForm begun(TicketFile ticket, AgentViewer viewer) {
        if (ticket.drafts().stream().noneMatch(draft -> draft.kind() == DraftKind.DUTY)) return DutyForm.BLANK;
        return drafts.find(ticket.id(), DraftKind.DUTY, 0, viewer)
                .map(draft -> DutyForm.of(draft.content()))
                .orElse(DutyForm.BLANK);
    }

    private OpenArticle open(ArticleRow row, List<LedgerLine> told) {
        var text = tickets.textOf(row);
        var body = text.html() ? Folded.EMPTY : Folded.of(text.text());
        var lines =
                told.stream().filter(line -> row.id().equals(line.article())).toList();
        return new OpenArticle(
                row,
                body,
                text.html(),
                filesOf(text),
                sentTo(row),
                tickets.proofOf(row),
                tickets.receiptsOf(row),
                tickets.fieldsOf(List.of(row), Screen.ARTICLE).getOrDefault(row.id(), List.of()),
                Told.of(lines));
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
                .map(recipient -> sentTo(recipient, deliveries))
                .toList();
    }

    /** Whoever was called, or got a mail that was not ours, has no letter. */
    private static SentTo sentTo(ArticleRecipient recipient, Map<LetterId, Delivery> deliveries) {
        var letter = recipient.letter();
        var delivery = letter == null ? null : deliveries.get(letter);
        if (delivery == null) return new SentTo(recipient, null, null, null);
        var untouched = delivery.state() == LetterState.WAITING && delivery.attempts() == 0;
        return new SentTo(recipient, Fate.of(delivery), untouched ? delivery.leavesAt() : null, delivery.seal());
    }

    private static Optional<ArticleRow> choice(List<ArticleRow> articles, int chosen) {
        return articles.stream()
                .filter(row -> row.no() == chosen)
                .findFirst()
                .or(() -> articles.stream().filter(row -> row.line() == null).findFirst())
                .or(() -> articles.stream().findFirst());
    }
}
