package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.field.FilledField;
import sportello.notification.Fate;
import sportello.ticket.ArticleRow;
import sportello.ticket.AttachedFile;
import sportello.ticket.Attested;
import sportello.ticket.Proof;
import sportello.web.Folded;

/**
 * The article that lies open under the table.
 *
 * @param text as HTML made from its plain text; where {@code html} says so, the page shows the HTML that came instead
 * @param sentTo to whom it went, where it went to somebody
 * @param proof what stands behind it, if it came in as a mail
 * @param receipts what providers of certified mail attest of it
 * @param fields what the house's own fields say of it
 * @param told who was told of it, and who was not
 */
public record OpenArticle(
        ArticleRow row,
        Folded text,
        boolean html,
        List<AttachedFile> files,
        List<SentTo> sentTo,
        Proof proof,
        List<Attested> receipts,
        List<FilledField> fields,
        Told told) {

    public OpenArticle {
        files = List.copyOf(files);
        sentTo = List.copyOf(sentTo);
        receipts = List.copyOf(receipts);
        fields = List.copyOf(fields);
    }

    /** When it leaves, as long as its author can recall it: nobody has begun to hand over any of its letters. */
    public @Nullable Instant leaves(AgentId viewer, Instant now) {
        if (!viewer.equals(row.author()) || row.recalled()) return null;
        var mailed = sentTo.stream().filter(sent -> sent.fate() != null).toList();
        var leaving = mailed.stream()
                .map(SentTo::leaves)
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(now))
                .toList();
        return leaving.isEmpty() || leaving.size() < mailed.size() ? null : leaving.getFirst();
    }

    /** Whether a letter failed and none went after it to the same address. */
    public boolean canGoAgain(SentTo sent) {
        return sent.fate() instanceof Fate.Undelivered
                && sentTo.stream()
                        .map(SentTo::recipient)
                        .noneMatch(
                                other -> other.address().equals(sent.recipient().address())
                                        && other.position() > sent.recipient().position());
    }
}
