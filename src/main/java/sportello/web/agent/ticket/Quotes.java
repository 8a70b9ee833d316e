package sportello.web.agent.ticket;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.base.Html;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ArticleRow;
import sportello.ticket.WholeArticle;

/** What others wrote, as it stands below what is written on it. */
@Component
class Quotes {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final MessageSource messages;

    Quotes(MessageSource messages) {
        this.messages = messages;
    }

    /** Who wrote it and when, and each line with the sign of a quotation. */
    Quote answered(WholeArticle article, AgentViewer viewer) {
        var head = t("quote.wrote", viewer, article.row().senderName(), moment(article.row(), viewer));
        var lines = article.text().lines().map(line -> line.isEmpty() ? ">" : "> " + line);
        return new Quote(
                "\n\n" + head + "\n" + lines.collect(Collectors.joining("\n")),
                Quote.BLANK + Html.ofText(head).markup() + "<blockquote>"
                        + article.html().markup() + "</blockquote>");
    }

    /** The whole text under a head that says from whom it is, of when, and about what. */
    Quote forwarded(WholeArticle article, AgentViewer viewer) {
        var head = t(
                "quote.forwarded",
                viewer,
                article.row().senderName(),
                moment(article.row(), viewer),
                article.row().subject());
        return new Quote(
                "\n\n" + head + "\n\n" + article.text(),
                Quote.BLANK + Html.ofText(head).markup() + article.html().markup());
    }

    private static String moment(ArticleRow article, AgentViewer viewer) {
        return MOMENT.format(article.createdAt().atZone(viewer.zone()));
    }

    private String t(String key, AgentViewer viewer, Object... arguments) {
        return messages.getMessage(key, arguments, viewer.language().locale());
    }
}
