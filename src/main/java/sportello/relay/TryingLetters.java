package sportello.relay;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.mail.LetterId;
import sportello.mail.Letters;
import sportello.mail.ListedLetter;
import sportello.mail.Outbox;

/** Administrators have a letter tried at once that waits for a better time, or that was given up. */
@Component
public class TryingLetters {
    private final Letters letters;
    private final Outbox outbox;
    private final Book book;

    TryingLetters(Letters letters, Outbox outbox, Book book) {
        this.letters = letters;
        this.outbox = outbox;
        this.book = book;
    }

    /** A letter as the book tells of it. */
    private record Written(String state, boolean hastened) {}

    /** Its address. */
    @Transactional
    public Outcome<String> tryNow(LetterId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("outgoing.administer");
        var before = letters.find(id).orElse(null);
        if (before == null || !outbox.tryNow(id)) return Outcome.refused("outgoing.not_now");
        var address = before.to().address();
        book.write(
                Topic.OUTGOING, id.value(), address, new Written(state(before), false), new Written("waiting", true));
        return Outcome.done(address);
    }

    private static String state(ListedLetter letter) {
        return letter.delivery().state().key();
    }
}
