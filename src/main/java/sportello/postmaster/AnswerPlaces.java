package sportello.postmaster;

import java.util.Map;
import sportello.mail.Company;
import sportello.reply.Placeholders;
import sportello.ticket.TicketNumber;

/** Fills in what the house answers by itself. */
final class AnswerPlaces {
    private AnswerPlaces() {}

    static AnswerText fill(AnswerText text, TicketNumber ticket, String queue, Company company) {
        var values = Map.of(
                "ticket.number", ticket.value(),
                "queue.name", queue,
                "company.name", company.name());
        return new AnswerText(
                Placeholders.inText(text.subject(), values).content(),
                Placeholders.inText(text.body(), values).content());
    }
}
