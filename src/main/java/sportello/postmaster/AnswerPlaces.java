package sportello.postmaster;

import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.mail.OurCompany;
import sportello.reply.Placeholders;
import sportello.ticket.TicketNumber;

/** Fills in what the house answers by itself. */
@Component
class AnswerPlaces {
    private final OurCompany company;

    AnswerPlaces(OurCompany company) {
        this.company = company;
    }

    AnswerText fill(AnswerText text, TicketNumber ticket, String queue) {
        var values = Map.of(
                "ticket.number", ticket.value(),
                "queue.name", queue,
                "company.name", company.get().name());
        return new AnswerText(
                Placeholders.inText(text.subject(), values).content(),
                Placeholders.inText(text.body(), values).content());
    }
}
