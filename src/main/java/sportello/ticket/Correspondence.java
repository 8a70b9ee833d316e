package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Addressees;
import sportello.mail.Letter;
import sportello.mail.LetterBody;
import sportello.mail.LetterFile;
import sportello.mail.LetterPaper;
import sportello.mail.MessageId;
import sportello.mail.Outbox;
import sportello.mail.Recipient;

/** Sends what an agent wrote as a mail: a letter for each recipient, so that each has a fate of its own. */
@Component
class Correspondence {
    private final ArticleReadSql articles;
    private final ArticleSql names;
    private final RecipientSql recipients;
    private final LetterPaper paper;
    private final Outbox outbox;

    Correspondence(
            ArticleReadSql articles, ArticleSql names, RecipientSql recipients, LetterPaper paper, Outbox outbox) {
        this.articles = articles;
        this.names = names;
        this.recipients = recipients;
        this.paper = paper;
        this.outbox = outbox;
    }

    /** The article's files go along. All letters bear one Message-ID, which the article keeps for the answers to come. */
    void send(ArticleId article, Ticket ticket, Addressees addressees, Title subject, Message text, AgentViewer by) {
        var messageId = outbox.freshId();
        names.name(article, messageId);
        var body = paper.wrap(Html.ofText(text.value()), by.language());
        var files = files(article);
        var position = 1;
        for (var recipient : addressees.all()) {
            var letter = letter(recipient, ticket, addressees, subject, body, files);
            var posted = outbox.post(letter, messageId);
            recipients.insert(
                    article,
                    position++,
                    new ArticleRecipient(role(recipient, addressees), recipient.name(), recipient.address(), posted));
        }
    }

    private Letter letter(
            Recipient to,
            Ticket ticket,
            Addressees addressees,
            Title subject,
            LetterBody body,
            List<LetterFile> files) {
        MessageId thread = outbox.thread("ticket-" + ticket.id().value());
        return new Letter(
                to, hooked(ticket.number(), subject), body, thread, List.of(thread), false, addressees, files);
    }

    /** By the number in its subject an answer finds its ticket. */
    private static String hooked(TicketNumber number, Title subject) {
        var hook = "Ticket#" + number.value();
        return subject.value().contains(hook) ? subject.value() : "[" + hook + "] " + subject.value();
    }

    private List<LetterFile> files(ArticleId article) {
        return articles.text(article).files().stream()
                .map(file -> new LetterFile(file.name(), file.mediaType(), file.size(), file.hash()))
                .toList();
    }

    private static String role(Recipient recipient, Addressees addressees) {
        if (addressees.to().contains(recipient)) return "to";
        return addressees.cc().contains(recipient) ? "cc" : "bcc";
    }
}
