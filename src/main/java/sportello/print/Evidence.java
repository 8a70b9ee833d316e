package sportello.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import sportello.mail.Delivery;
import sportello.mail.LetterId;
import sportello.mail.Letters;
import sportello.ticket.ArticleId;
import sportello.ticket.ArticleRecipient;
import sportello.ticket.ArticleRow;
import sportello.ticket.Proof;
import sportello.ticket.TicketFiles;

/** What stands behind articles: what was found at the receipt of a mail, and how one left that was signed or encrypted. */
@Component
class Evidence {
    private final TicketFiles tickets;
    private final Letters letters;

    Evidence(TicketFiles tickets, Letters letters) {
        this.tickets = tickets;
        this.letters = letters;
    }

    /**
     * Line by line.
     *
     * @param outgoing whether it is said too how they left, and so to whom
     */
    Map<ArticleId, List<String>> behind(List<ArticleRow> rows, boolean outgoing, PrintWords words) {
        var behind = new HashMap<ArticleId, List<String>>();
        var proofs = tickets.proofsOf(rows);
        var sent = outgoing ? tickets.recipientsOf(rows) : Map.<ArticleId, List<ArticleRecipient>>of();
        var deliveries = letters.deliveries(sent.values().stream()
                .flatMap(List::stream)
                .map(ArticleRecipient::letter)
                .filter(Objects::nonNull)
                .toList());
        for (var row : rows) {
            var lines = new ArrayList<>(words.proof(proofs.getOrDefault(row.id(), Proof.NONE)));
            for (var recipient : sent.getOrDefault(row.id(), List.of()))
                lines.addAll(left(recipient, deliveries, words));
            behind.put(row.id(), lines);
        }
        return behind;
    }

    private static List<String> left(ArticleRecipient recipient, Map<LetterId, Delivery> deliveries, PrintWords words) {
        var delivery = recipient.letter() == null ? null : deliveries.get(recipient.letter());
        var seal = delivery == null ? null : delivery.seal();
        return seal == null ? List.of() : List.of(words.sealed(recipient, seal));
    }
}
