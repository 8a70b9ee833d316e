package sportello.postmaster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.base.Language;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.MessageId;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.ticket.AutoAnswering;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** Posts what the house answers by itself, and writes that into the ticket's history. */
@Component
class AnswerLetters {
    private final LetterPaper paper;
    private final Outbox outbox;
    private final AutoAnswering history;
    private final Queues queues;

    AnswerLetters(LetterPaper paper, Outbox outbox, AutoAnswering history, Queues queues) {
        this.paper = paper;
        this.outbox = outbox;
        this.history = history;
        this.queues = queues;
    }

    /** What a queue answers to whom. */
    record Words(QueueId queue, AnswerText text, Recipient to, Language language) {}

    /**
     * The mail that is answered, and the ticket to which it came.
     *
     * @param name by which the answer hangs on it, null if it has none
     * @param references of the thread in which it stands
     */
    record Answered(
            TicketId ticket, TicketNumber number, @Nullable MessageId name, List<MessageId> references) {
        Answered {
            references = List.copyOf(references);
        }
    }

    /** It hangs on the mail that it answers and on the ticket, so that an answer to it finds back. */
    void post(Words words, Answered mail, Setup setup) {
        var sender = setup.company();
        var filled = AnswerPlaces.fill(words.text(), mail.number(), queue(words), sender);
        var thread = new ArrayList<MessageId>();
        thread.add(outbox.thread(mail.ticket().thread()));
        thread.addAll(mail.references());
        if (mail.name() != null) thread.add(mail.name());
        var letter = Letter.autoReply(
                        words.to(),
                        filled.subject(),
                        paper.wrap(
                                sender,
                                Html.ofText(filled.body()),
                                filled.body().strip(),
                                words.language()),
                        mail.name(),
                        thread)
                .sentBy(setup.senders().get(words.queue()));
        outbox.post(letter, outbox.freshId(mail.ticket().thread()));
        history.answered(mail.ticket(), words.to());
    }

    /** Looked up only where the text names it. */
    private String queue(Words words) {
        return words.text().namesTheQueue() ? queues.get(words.queue()).name() : "";
    }
}
