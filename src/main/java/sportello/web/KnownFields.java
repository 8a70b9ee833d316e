package sportello.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.field.Reader;
import sportello.field.ValueText;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.Placeholders;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;

/** What is known of a ticket, and what its fields say. */
@Component
public class KnownFields {
    private final TicketFiles tickets;
    private final MessageSource messages;

    KnownFields(TicketFiles tickets, MessageSource messages) {
        this.tickets = tickets;
        this.messages = messages;
    }

    /** By the names of the placeholders in templates. */
    public Map<String, String> of(TicketFile ticket, AgentViewer viewer) {
        var known = new HashMap<>(Known.of(ticket, viewer));
        var reader = new Reader(viewer.language(), viewer.zone());
        for (var one : tickets.fieldsOf(ticket))
            known.put(
                    Placeholders.OF_FIELDS + one.field().key(),
                    ValueText.shown(one.value(), reader, t("field.yes", viewer), t("field.no", viewer)));
        return known;
    }

    private String t(String key, AgentViewer viewer) {
        return messages.getMessage(key, null, viewer.language().locale());
    }
}
