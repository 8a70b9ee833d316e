package sportello.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.field.Reader;
import sportello.field.ValueText;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.Placeholders;
import sportello.ticket.Briefings;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;

/** What is known of a ticket, what its fields say, and what the customer wrote last. */
@Component
public class KnownFields {
    private final TicketFiles tickets;
    private final Briefings briefings;
    private final MessageSource messages;

    KnownFields(TicketFiles tickets, Briefings briefings, MessageSource messages) {
        this.tickets = tickets;
        this.briefings = briefings;
        this.messages = messages;
    }

    /** What the template asks for, by the names of its placeholders. */
    public Map<String, String> of(TicketFile ticket, String template, AgentViewer viewer) {
        var known = new HashMap<>(Known.of(ticket, viewer));
        var reader = new Reader(viewer.language(), viewer.zone());
        for (var one : tickets.fieldsOf(ticket))
            known.put(
                    Placeholders.OF_FIELDS + one.field().key(),
                    ValueText.shown(one.value(), reader, t("field.yes", viewer), t("field.no", viewer)));
        if (Placeholders.in(template).stream().anyMatch(Placeholders.OF_CUSTOMER_ARTICLES::contains)) {
            var last = briefings.ofCustomer(ticket.id());
            known.put("customer_article.subject", last.subject());
            known.put("customer_article.text", last.text());
        }
        return known;
    }

    private String t(String key, AgentViewer viewer) {
        return messages.getMessage(key, null, viewer.language().locale());
    }
}
