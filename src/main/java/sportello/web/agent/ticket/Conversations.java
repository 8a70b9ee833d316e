package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.field.FilledField;
import sportello.field.Screen;
import sportello.ticket.ArticleRow;
import sportello.ticket.ArticleText;
import sportello.ticket.Proof;
import sportello.ticket.TicketFiles;
import sportello.web.Folded;

/** Puts conversations together: so many articles at a time, their texts in one statement. */
@Component
class Conversations {
    private static final int PAGE = 30;
    private static final int LONGEST = 6_000;

    private final TicketFiles tickets;

    Conversations(TicketFiles tickets) {
        this.tickets = tickets;
    }

    /** @param articles all of the ticket's, newest first */
    Conversation of(List<ArticleRow> articles, int before) {
        var above = articles.stream()
                .filter(row -> before <= 0 || row.no() < before)
                .toList();
        var shown = above.stream().limit(PAGE).toList().reversed();
        var texts =
                tickets.textsOf(shown.stream().filter(row -> row.line() == null).toList());
        var proofs = tickets.proofsOf(shown);
        var fields = tickets.fieldsOf(shown, Screen.ARTICLE);
        return new Conversation(
                shown.stream()
                        .map(row -> said(
                                row,
                                texts.get(row.id()),
                                proofs.getOrDefault(row.id(), Proof.NONE),
                                fields.getOrDefault(row.id(), List.of())))
                        .toList(),
                Math.max(0, before),
                above.size() - shown.size());
    }

    private static Conversation.Said said(
            ArticleRow row, @Nullable ArticleText text, Proof proof, List<FilledField> fields) {
        if (text == null) return new Conversation.Said(row, Folded.EMPTY, false, false, List.of(), proof, fields);
        var cut = text.text().length() > LONGEST;
        var shown = Folded.of(text.text(), Math.min(LONGEST, text.text().length()));
        return new Conversation.Said(row, shown, cut, text.html(), text.files(), proof, fields);
    }
}
