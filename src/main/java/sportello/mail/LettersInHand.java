package sportello.mail;

import org.springframework.stereotype.Component;
import sportello.jobs.Estate;

/** Letters that were with a mail server when the program died: nobody will note what it said. */
@Component
class LettersInHand implements Estate {
    private final SendingSql letters;

    LettersInHand(SendingSql letters) {
        this.letters = letters;
    }

    @Override
    public void takeBack() {
        letters.endClaims();
    }
}
