package sportello.postmaster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.base.Language;
import sportello.mail.Company;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.MessageId;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.ticket.AutoAnswering;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** Posts what the house answers by itself, and writes that into the ticket's history. */
@Component
class AnswerLetters {
    private final LetterPaper paper;
    private final Queues queues;
    private final Outbox outbox;
    private final AutoAnswering history;

    AnswerLetters(LetterPaper paper, Queues queues, Outbox outbox, AutoAnswering history) {
        this.paper = paper;
        this.queues = queues;
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
            Company sender) {
        var filled = AnswerPlaces.fill(text, number, queue.name(), sender);
        var body = Html.ofText(filled.body());
        var thread = new ArrayList<MessageId>();
        thread.add(outbox.thread(ticket.thread()));
        thread.addAll(mail.references());
        if (mail.name() != null) thread.add(mail.name());
        var letter = Letter.autoReply(
                        to, filled.subject(), paper.wrap(sender, body, body.toText(), language), mail.name(), thread)
                .sentBy(queues.sender(queue.id()).orElse(null));
        outbox.post(letter, outbox.freshId(ticket.thread()));
        history.answered(ticket, to);
    }
}
