package sportello.mail;

import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Refusal;

/** Why a letter does not leave, as its ticket says it: in the language of the house. */
@Component
class LetterWords {
    private final OurCompany company;
    private final MessageSource messages;

    LetterWords(OurCompany company, MessageSource messages) {
        this.company = company;
        this.messages = messages;
    }

    String of(Refusal why) {
        var language = company.get().house().language().locale();
        return Objects.requireNonNull(
                messages.getMessage(why.key(), why.arguments().toArray(), why.key(), language));
    }
}
