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
import sportello.queue.Queue;
import sportello.ticket.AutoAnswering;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** Posts what the house answers by itself, and writes that into the ticket's history. */
@Component
class AnswerLetters {
    private final LetterPaper paper;
    private final Outbox outbox;
    private final AutoAnswering history;

    AnswerLetters(LetterPaper paper, Outbox outbox, AutoAnswering history) {
        this.paper = paper;
        this.outbox = outbox;
        this.history = history;
    }

    /**
     * The mail that is answered.
     *
     * @param name by which the answer hangs on it, null if it has none
     * @param references of the thread in which it stands
     */
    record Answered(@Nullable MessageId name, List<MessageId> references) {
        Answered {
            references = List.copyOf(references);
        }
    }

    /** It hangs on the mail that it answers and on the ticket, so that an answer to it finds back. */
    void post(
            AnswerText text,
            Recipient to,
            Language language,
            Answered mail,
            TicketId ticket,
            TicketNumber number,
            Queue queue,
            Setup setup) {
        var sender = setup.company();
        var filled = AnswerPlaces.fill(text, number, queue.name(), sender);
        var body = Html.ofText(filled.body());
        var thread = new ArrayList<MessageId>();
        thread.add(outbox.thread(ticket.thread()));
        thread.addAll(mail.references());
        if (mail.name() != null) thread.add(mail.name());
        var letter = Letter.autoReply(
                        to, filled.subject(), paper.wrap(sender, body, body.toText(), language), mail.name(), thread)
                .sentBy(setup.senders().get(queue.id()));
        outbox.post(letter, outbox.freshId(ticket.thread()));
        history.answered(ticket, to);
    }
}
