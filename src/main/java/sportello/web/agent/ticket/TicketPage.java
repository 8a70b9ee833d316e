package sportello.web.agent.ticket;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.field.FilledField;
import sportello.notification.LedgerLine;
import sportello.reply.AnswerTemplate;
import sportello.ticket.ArticleRow;
import sportello.ticket.Bond;
import sportello.ticket.Choice;
import sportello.ticket.Draft;
import sportello.ticket.Kin;
import sportello.ticket.Priority;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Work;
import sportello.web.Notice;

/**
 * A ticket with everything that its page shows (S39 to S46).
 *
 * @param work what the viewer can do now
 * @param mine whether the viewer has it locked
 * @param open the article that lies open under the table, null in the conversation
 * @param conversation the articles one under the other, null under the table
 * @param ledger who was told of all that happened to it
 * @param kin the tickets that belong to it
 * @param fields what the house's own fields say of it
 * @param particulars what they say of who asked
 * @param causes from which the viewer chooses, if the viewer is to say why it was closed without success
 * @param snippets whether the house has short texts for what is said then
 * @param duty what was typed about that
 * @param refusal why what was just tried did not happen
 */
public record TicketPage(
        TicketFile ticket,
        Set<Work> work,
        boolean mine,
        List<ArticleRow> articles,
        @Nullable OpenArticle open,
        @Nullable Conversation conversation,
        List<AnswerTemplate> templates,
        List<LedgerLine> ledger,
        List<Kin> kin,
        List<FilledField> fields,
        List<FilledField> particulars,
        List<Choice> causes,
        boolean snippets,
        DutyForm duty,
        @Nullable Refusal refusal) {

    public TicketPage {
        work = Set.copyOf(work);
        articles = List.copyOf(articles);
        kin = List.copyOf(kin);
        fields = List.copyOf(fields);
        particulars = List.copyOf(particulars);
        causes = List.copyOf(causes);
        templates = List.copyOf(templates);
        ledger = List.copyOf(ledger);
    }

    public boolean can(Work wanted) {
        return work.contains(wanted);
    }

    public String address() {
        return "/tickets/" + ticket.number();
    }

    /** Where a draft is taken up again. */
    public String address(Draft draft) {
        return address(ticket.number(), draft);
    }

    static String address(TicketNumber number, Draft draft) {
        var about = "/new?article=" + draft.article();
        return "/tickets/"
                + number
                + switch (draft.kind()) {
                    case ANSWER -> "/answers" + about;
                    case FORWARD -> "/forwards" + about;
                    case REDIRECT -> "/redirects" + about;
                    case NOTE -> "/notes" + about;
                    case MAIL -> "/mails/new";
                    case CALL -> "/calls/new?call=" + draft.content().getOrDefault("call", "");
                    case CLOSURE -> "/closure/new";
                    case PENDING -> "/pending/new";
                    case REOPENING -> "/reopening/new";
                    case DUTY -> "#duty";
                    case OPENING_PHONE, OPENING_EMAIL, BULK_NOTE, BULK_CLOSE, BULK_REOPEN ->
                        throw new IllegalArgumentException(draft.kind() + " belongs to no ticket");
                };
    }

    public List<Priority> priorities() {
        return List.of(Priority.values());
    }

    /** Who was told of what the notice says, unless it stands under the article that lies open. */
    public Told told(@Nullable Notice notice) {
        var event = notice == null ? null : notice.history();
        return Told.of(ledger.stream()
                .filter(line -> event != null && line.line().value() == event)
                .filter(line -> open == null || !open.row().id().equals(line.article()))
                .toList());
    }

    /** How many files have come with its articles. */
    public int files() {
        return articles.stream().mapToInt(ArticleRow::attachments).sum();
    }

    /** The ticket into which it went, if the viewer sees it. */
    public @Nullable Kin end() {
        return kin.stream()
                .filter(other -> other.bond() == Bond.MERGED_INTO)
                .findFirst()
                .orElse(null);
    }

    public boolean isOpen(ArticleRow row) {
        return open != null && open.row().id().equals(row.id());
    }
}
