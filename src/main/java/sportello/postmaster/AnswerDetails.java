package sportello.postmaster;

import sportello.base.Language;
import sportello.base.Outcome;

/**
 * What administrators say of an automatic answer.
 *
 * @param sent whether it goes out at all
 */
public record AnswerDetails(boolean sent, AnswerText italian, AnswerText english) {

    /** What is answered to somebody of this language. */
    public AnswerText in(Language language) {
        return switch (language) {
            case ITALIAN -> italian;
            case ENGLISH -> english;
        };
    }

    /** As it will be kept: nobody finds half of it. */
    Outcome<AnswerDetails> checked() {
        return italian.checked()
                .then(first -> english.checked().then(second -> Outcome.done(new AnswerDetails(sent, first, second))));
    }
}
