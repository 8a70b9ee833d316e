package sportello.web.admin;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.queue.KeptQueue;
import sportello.reply.Phrase;
import sportello.reply.Placeholders;

/**
 * @param queue whose phrase it is, null for the house's
 * @param seen what stood there when the page was made first
 * @param body as it was typed
 */
public record PhraseFormPage(
        Phrase phrase,
        @Nullable KeptQueue queue,
        String seen,
        String body,
        @Nullable Refusal refusal) {

    public String action() {
        return Area.PHRASES.address() + "/" + phrase.key();
    }

    /** What can stand in it, as it is written there. */
    public List<String> places() {
        return Placeholders.written(new TreeSet<>(Placeholders.OF_TICKETS));
    }
}
