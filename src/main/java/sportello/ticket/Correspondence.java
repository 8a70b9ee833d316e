package sportello.ticket;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Addressees;
import sportello.mail.Encrypting;
import sportello.mail.Letter;
import sportello.mail.LetterFile;
import sportello.mail.LetterPaper;
import sportello.mail.MessageId;
import sportello.mail.Origin;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.queue.Queues;

/**
 * Sends what an agent wrote as a mail: a letter for each recipient, so that each has a fate of its own. It leaves a little
 * later, so that whoever sees the mistake while sending can still recall it.
 */
@Component
class Correspondence {
    static final Duration TIME_TO_RECALL = Duration.ofSeconds(10);

    private final ArticleReadSql articles;
    private final ArticleSql names;
    private final RecipientSql recipients;
    private final LetterPaper paper;
    private final Outbox outbox;
    private final Queues queues;

    Correspondence(
            ArticleReadSql articles,
            ArticleSql names,
            RecipientSql recipients,
            LetterPaper paper,
            Outbox outbox,
            Queues queues) {
        this.articles = articles;
        this.names = names;
        this.recipients = recipients;
        this.paper = paper;
        this.outbox = outbox;
        this.queues = queues;
    }

    /**
     * The article's files go along. All letters bear one Message-ID, which the article keeps for the answers to come.
     *
     * @param encrypting how much it matters that it leaves encrypted
     */
    void send(ArticleId article, Ticket ticket, Mail mail, Encrypting encrypting, AgentViewer by) {
        send(article, ticket, mail, encrypting, null, by);
    }

    /** The same in answer to another article, on which it hangs in mail programs if that was a mail too. */
    void answer(ArticleId article, Ticket ticket, int answered, Mail mail, Encrypting encrypting, AgentViewer by) {
        send(
                article,
                ticket,
                mail,
                encrypting,
                articles.messageId(ticket.id(), answered).orElse(null),
                by);
    }

    /** An article unchanged and in the name of who wrote it; the house only passes it on. */
    void redirect(ArticleId article, Ticket ticket, Redirected past, Recipient to) {
        var messageId = outbox.freshId(ticket.id().thread());
        names.name(article, messageId);
        var from = Recipient.of(past.senderName(), past.address()).orElse(null);
        var origin = new Origin(from, past.at(), past.messageId());
        var letter = Letter.passedOn(to, past.subject(), past.body(), files(article), origin)
                .sentBy(sender(ticket));
        recipients.insert(
                article,
                new ArticleRecipient(1, "to", to.name(), to.address(), outbox.post(letter, messageId, TIME_TO_RECALL)));
    }

    private void send(
            ArticleId article,
            Ticket ticket,
            Mail mail,
            Encrypting encrypting,
            @Nullable MessageId answered,
            AgentViewer by) {
        var messageId = outbox.freshId(ticket.id().thread());
        names.name(article, messageId);
        var draft = draft(article, ticket, mail, answered, by);
        var position = 1;
        for (var recipient : mail.addressees().all()) {
            var posted = outbox.post(draft.to(recipient), messageId, TIME_TO_RECALL, encrypting);
            var role = role(recipient, mail.addressees());
            recipients.insert(
                    article, new ArticleRecipient(position++, role, recipient.name(), recipient.address(), posted));
        }
    }

    private Letter draft(ArticleId article, Ticket ticket, Mail mail, @Nullable MessageId answered, AgentViewer by) {
        var thread = outbox.thread(ticket.id().thread());
        return new Letter(
                        mail.addressees().all().getFirst(),
                        hooked(ticket.number(), mail.subject()),
                        paper.wrap(mail.text().asHtml(), by.language()),
                        answered == null ? thread : answered,
                        answered == null ? List.of(thread) : List.of(thread, answered),
                        false,
                        mail.addressees(),
                        files(article))
                .sentBy(sender(ticket));
    }

    private @Nullable Recipient sender(Ticket ticket) {
        return queues.sender(ticket.queue()).orElse(null);
    }

    /** By the number in its subject an answer finds its ticket. */
    private static String hooked(TicketNumber number, Title subject) {
        var hook = "Ticket#" + number.value();
        return subject.value().contains(hook) ? subject.value() : "[" + hook + "] " + subject.value();
    }

    List<LetterFile> files(ArticleId article) {
        return articles.text(article).files().stream()
                .map(file -> new LetterFile(file.name(), file.mediaType(), file.size(), file.hash(), file.contentId()))
                .toList();
    }

    private static String role(Recipient recipient, Addressees addressees) {
        if (isAmong(addressees.to(), recipient)) return "to";
        return isAmong(addressees.cc(), recipient) ? "cc" : "bcc";
    }

    private static boolean isAmong(List<Recipient> line, Recipient recipient) {
        return line.stream().anyMatch(recipient::isSameAs);
    }
}
