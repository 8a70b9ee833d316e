package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.postmaster.AnswerDetails;
import sportello.postmaster.AnswerText;
import sportello.postmaster.KeepingAnswers;
import sportello.postmaster.KeptAnswer;

/**
 * An automatic answer as somebody typed it.
 *
 * @param seen the version that is corrected
 * @param own whether the queue has one of its own
 * @param number of the ticket with which it is tried
 */
public record AutomaticAnswerForm(
        @Nullable Integer seen,
        @Nullable Boolean own,
        @Nullable Boolean sent,
        String subject,
        String body,
        String englishSubject,
        String englishBody,
        String number) {

    public AutomaticAnswerForm(
            @Nullable Integer seen,
            @Nullable Boolean own,
            @Nullable Boolean sent,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String englishSubject,
            @Nullable String englishBody,
            @Nullable String number) {
        this.seen = seen;
        this.own = own;
        this.sent = sent;
        this.subject = Objects.requireNonNullElse(subject, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.englishSubject = Objects.requireNonNullElse(englishSubject, "");
        this.englishBody = Objects.requireNonNullElse(englishBody, "");
        this.number = Objects.requireNonNullElse(number, "");
    }

    static AutomaticAnswerForm of(KeptAnswer kept) {
        return of(kept.details(), kept.version(), true);
    }

    /** For a queue that has none of its own: it begins with the house's words. */
    static AutomaticAnswerForm like(KeptAnswer house) {
        return of(house.details(), KeepingAnswers.NONE, false);
    }

    private static AutomaticAnswerForm of(AnswerDetails details, int seen, boolean own) {
        return new AutomaticAnswerForm(
                seen,
                own,
                details.sent(),
                details.italian().subject(),
                details.italian().body(),
                details.english().subject(),
                details.english().body(),
                null);
    }

    int version() {
        return seen == null ? KeepingAnswers.NONE : seen;
    }

    public boolean isOwn() {
        return Boolean.TRUE.equals(own);
    }

    public boolean isSent() {
        return Boolean.TRUE.equals(sent);
    }

    AnswerDetails details() {
        return new AnswerDetails(isSent(), new AnswerText(subject, body), new AnswerText(englishSubject, englishBody));
    }
}
