package sportello.web.agent.ticket;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.OurCompany;
import sportello.mail.Recipient;
import sportello.reply.Signatures;
import sportello.reply.TemplateKind;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.WholeArticle;
import sportello.web.Known;

/** How forms begin: an answer with its template, its people, and below it what is answered. */
@Component
class Beginnings {
    private static final String ANSWERED = "Re: ";
    private static final String FORWARDED = "Fwd: ";

    private final TicketFiles tickets;
    private final Prepared prepared;
    private final Signatures signatures;
    private final OurCompany company;
    private final Quotes quotes;

    Beginnings(TicketFiles tickets, Prepared prepared, Signatures signatures, OurCompany company, Quotes quotes) {
        this.tickets = tickets;
        this.prepared = prepared;
        this.signatures = signatures;
        this.company = company;
        this.quotes = quotes;
    }

    /**
     * @param article that is answered; what is internal is not quoted to the customer
     * @param template to begin with, 0 for none: then the salutation begins it
     * @param all whether everybody gets the answer who got the article
     */
    Typed answer(TicketFile ticket, Optional<WholeArticle> article, long template, boolean all, AgentViewer viewer) {
        var quote = article.filter(whole -> whole.row().visible())
                .map(whole -> quotes.answered(whole, viewer))
                .orElse(Quote.NONE);
        var copies =
                article.filter(whole -> all).map(whole -> others(whole, ticket)).orElse("");
        var below = Typed.blank(
                        ticket.version(),
                        ticket.title(),
                        signature(ticket, viewer).and(quote))
                .with(Map.of("article", noOf(article), "to", writer(article, ticket), "cc", copies));
        return prepared.begun(below, template, ticket, TemplateKind.ANSWER, viewer);
    }

    /** A mail that carries the article on, with all its files. */
    Typed forward(TicketFile ticket, WholeArticle article, AgentViewer viewer) {
        var positions =
                article.files().stream().map(file -> "" + file.position()).collect(Collectors.joining(","));
        var text = signature(ticket, viewer).and(quotes.forwarded(article, viewer));
        return Typed.blank(ticket.version(), headed(FORWARDED, article.row().subject()), text)
                .with(Map.of("article", noOf(Optional.of(article)), "along", positions));
    }

    /** A mail to anybody, with nothing in it yet. */
    Typed mail(TicketFile ticket, AgentViewer viewer) {
        return Typed.blank(ticket.version(), ticket.title(), signature(ticket, viewer));
    }

    /** A note, on another one for who wrote that. */
    Typed note(TicketFile ticket, Optional<WholeArticle> article, AgentViewer viewer) {
        return article.map(whole -> Typed.blank(
                                ticket.version(),
                                headed(ANSWERED, whole.row().subject()),
                                quotes.answered(whole, viewer))
                        .with(Map.of("article", noOf(article), "agents", author(whole))))
                .orElseGet(() -> Typed.blank(ticket.version(), "", ""));
    }

    private Quote signature(TicketFile ticket, AgentViewer viewer) {
        return Quote.signature(signatures.of(ticket.queue(), Known.of(ticket, viewer)));
    }

    private static String noOf(Optional<WholeArticle> article) {
        return article.map(whole -> "" + whole.row().no()).orElse("0");
    }

    private static String author(WholeArticle article) {
        var author = article.author();
        return author == null ? "" : "" + author.value();
    }

    /** A subject is headed once, however often it goes to and fro. */
    private static String headed(String head, String subject) {
        return subject.startsWith(head) ? subject : head + subject;
    }

    /** Whoever wrote the mail that is answered; a stranger's words are answered to whoever asked. */
    private static String writer(Optional<WholeArticle> article, TicketFile ticket) {
        return article.flatMap(whole -> Optional.ofNullable(whole.row().came())
                        .filter(came -> !came.unverified())
                        .flatMap(came -> Recipient.of(whole.row().senderName(), came.answerTo())))
                .map(Recipient::line)
                .orElseGet(() -> asker(ticket));
    }

    private static String asker(TicketFile ticket) {
        var asker = ticket.asker();
        if (asker == null || asker.user() == null) return "";
        return Recipient.of(asker.user(), asker.email()).map(Recipient::line).orElse("");
    }

    /** Those who got the article, but for the customer user, who gets the answer anyway, and for ourselves. */
    private String others(WholeArticle article, TicketFile ticket) {
        var asker = ticket.asker();
        var ours = company.get().email();
        return tickets.recipientsOf(article.row()).stream()
                .filter(one -> !one.role().equals("bcc"))
                .flatMap(one -> Recipient.of(one.name(), one.address()).stream())
                .filter(one -> asker == null || !one.address().equalsIgnoreCase(asker.email()))
                .filter(one -> !one.address().equalsIgnoreCase(ours))
                .map(Recipient::line)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
