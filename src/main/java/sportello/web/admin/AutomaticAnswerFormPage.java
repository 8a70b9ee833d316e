package sportello.web.admin;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.postmaster.AnswerKind;
import sportello.postmaster.AnswerText;
import sportello.queue.KeptQueue;
import sportello.reply.Placeholders;

/**
 * @param queue whose answer it is, null for the house's
 * @param tried how it reads about a ticket, in each language; empty if nobody asked
 */
public record AutomaticAnswerFormPage(
        AnswerKind kind,
        @Nullable KeptQueue queue,
        AutomaticAnswerForm form,
        List<AnswerText> tried,
        @Nullable Refusal refusal) {

    public AutomaticAnswerFormPage {
        tried = List.copyOf(tried);
    }

    public String action() {
        return Area.ANSWERS.address() + "/" + kind.key();
    }

    /** What can stand in it, as it is written there. */
    public List<String> places() {
        return Placeholders.written(new TreeSet<>(AnswerText.PLACES));
    }
}
