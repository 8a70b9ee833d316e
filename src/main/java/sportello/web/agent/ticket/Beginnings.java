package sportello.web.agent.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.OurCompany;
import sportello.mail.Recipient;
import sportello.reply.AnswerTemplateId;
import sportello.reply.AnswerTemplates;
import sportello.reply.Signatures;
import sportello.ticket.ArticleRow;
import sportello.ticket.AttachedFile;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.web.NotFound;

/** How forms begin: an answer with its template, its people, and below it what is answered. */
@Component
class Beginnings {
    private static final String ANSWERED = "Re: ";
    private static final String FORWARDED = "Fwd: ";

    private final TicketFiles tickets;
    private final AnswerTemplates templates;
    private final Signatures signatures;
    private final OurCompany company;
    private final Quotes quotes;

    Beginnings(TicketFiles tickets, AnswerTemplates templates, Signatures signatures, OurCompany company, Quotes quotes) {
        this.tickets = tickets;
        this.templates = templates;
        this.signatures = signatures;
        this.company = company;
        this.quotes = quotes;
    }

    Typed answer(TicketFile ticket, int no, long template, boolean all, AgentViewer viewer) {
        var beginning = templates
                .find(new AnswerTemplateId(template), ticket.queue())
                .map(found -> found.filled(known(ticket, viewer)))
                .orElse("");
        var article = article(ticket, no);
        var quote = article.filter(ArticleRow::visible)
                .map(row -> quotes.answered(row, viewer))
                .orElse(Quote.NONE);
        var copies = article.filter(row -> all).map(row -> others(row, ticket)).orElse("");
        return Typed.blank(ticket.version(), ticket.title(), Quote.of(beginning).and(signature(ticket, viewer)).and(quote))
                .with(Map.of("article", "" + no, "to", asker(ticket), "cc", copies));
    }

    /** A mail that carries the article on, with all its files. */
    Typed forward(TicketFile ticket, int no, AgentViewer viewer) {
        var article = article(ticket, no).orElseThrow(NotFound::new);
        var positions = filesOf(ticket, no).stream()
                .map(file -> "" + file.position())
                .collect(Collectors.joining(","));
        return Typed.blank(ticket.version(), headed(FORWARDED, article.subject()), signature(ticket, viewer).and(quotes.forwarded(article, viewer)))
                .with(Map.of("article", "" + no, "along", positions));
    }

    /** A mail to anybody, with nothing in it yet. */
    Typed mail(TicketFile ticket, AgentViewer viewer) {
        return Typed.blank(ticket.version(), ticket.title(), signature(ticket, viewer));
    }

    private Quote signature(TicketFile ticket, AgentViewer viewer) {
        return Quote.signature(signatures.of(ticket.queue(), known(ticket, viewer)));
    }

    /** A note on an article, for who wrote it. */
    Typed note(TicketFile ticket, int no, AgentViewer viewer) {
        return article(ticket, no)
                .map(row -> Typed.blank(
                                ticket.version(), headed(ANSWERED, row.subject()), quotes.answered(row, viewer))
                        .with(Map.of("article", "" + no, "agents", author(row))))
                .orElseGet(() -> Typed.blank(ticket.version(), "", ""));
    }

    private String author(ArticleRow row) {
        return tickets.authorOf(row).map(agent -> "" + agent.value()).orElse("");
    }

    /** The files of an article to choose from; what stands within its text goes with that. */
    List<AttachedFile> filesOf(TicketFile ticket, int no) {
        return article(ticket, no).map(row -> tickets.textOf(row).files()).orElse(List.of()).stream()
                .filter(file -> !file.isWithin())
                .toList();
    }

    /** A subject is headed once, however often it goes to and fro. */
    private static String headed(String head, String subject) {
        return subject.startsWith(head) ? subject : head + subject;
    }

    private Optional<ArticleRow> article(TicketFile ticket, int no) {
        return tickets.articlesOf(ticket).stream().filter(row -> row.no() == no).findFirst();
    }

    private static String asker(TicketFile ticket) {
        var asker = ticket.asker();
        if (asker == null || asker.user() == null) return "";
        return Recipient.of(asker.user(), asker.email()).map(Recipient::line).orElse("");
    }

    /** Those who got the article, but for the customer user, who gets the answer anyway, and for ourselves. */
    private String others(ArticleRow row, TicketFile ticket) {
        var asker = ticket.asker();
        return tickets.recipientsOf(row).stream()
                .filter(one -> !one.role().equals("bcc"))
                .flatMap(one -> Recipient.of(one.name(), one.address()).stream())
                .filter(one -> asker == null || !one.address().equalsIgnoreCase(asker.email()))
                .filter(one -> !one.address().equalsIgnoreCase(company.get().email()))
                .map(Recipient::line)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> known(TicketFile ticket, AgentViewer viewer) {
        var asker = ticket.asker();
        var user = asker == null ? null : asker.user();
        return Map.of(
                "ticket.number", ticket.number().value(),
                "ticket.title", ticket.title(),
                "customer.name", asker == null ? "" : asker.customer(),
                "customer_user.name", user == null ? "" : user,
                "customer_user.first_name", asker == null ? "" : asker.firstName(),
                "agent.name", viewer.name(),
                "agent.first_name", viewer.firstName());
    }
}
