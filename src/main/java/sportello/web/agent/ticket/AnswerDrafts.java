package sportello.web.agent.ticket;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplateId;
import sportello.reply.AnswerTemplates;
import sportello.ticket.ArticleRow;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;

/** Begins an answer: the template with its values, and below it what is answered. */
@Component
class AnswerDrafts {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final TicketFiles tickets;
    private final AnswerTemplates templates;
    private final MessageSource messages;

    AnswerDrafts(TicketFiles tickets, AnswerTemplates templates, MessageSource messages) {
        this.tickets = tickets;
        this.templates = templates;
        this.messages = messages;
    }

    Typed answer(TicketFile ticket, int article, long template, AgentViewer viewer) {
        var beginning = templates
                .find(new AnswerTemplateId(template), ticket.queue())
                .map(found -> filled(found, ticket, viewer))
                .orElse("");
        var quote = tickets.articlesOf(ticket).stream()
                .filter(row -> row.no() == article && row.visible())
                .findFirst()
                .map(row -> quote(row, viewer))
                .orElse("");
        return Typed.blank(ticket.version(), ticket.title(), beginning + quote);
    }

    private static String filled(AnswerTemplate template, TicketFile ticket, AgentViewer viewer) {
        var asker = ticket.asker();
        var user = asker == null ? null : asker.user();
        return template.filled(Map.of(
                "ticket.number", ticket.number().value(),
                "ticket.title", ticket.title(),
                "customer.name", asker == null ? "" : asker.customer(),
                "customer_user.name", user == null ? "" : user,
                "customer_user.first_name", asker == null ? "" : asker.firstName(),
                "agent.name", viewer.name(),
                "agent.first_name", viewer.firstName()));
    }

    private String quote(ArticleRow article, AgentViewer viewer) {
        var written = messages.getMessage(
                "answer.wrote",
                new Object[] {
                    article.senderName(), MOMENT.format(article.createdAt().atZone(viewer.zone()))
                },
                viewer.language().locale());
        var lines = tickets.textOf(article).text().lines().map(line -> line.isEmpty() ? ">" : "> " + line);
        return "\n\n" + written + "\n" + lines.collect(Collectors.joining("\n"));
    }
}
