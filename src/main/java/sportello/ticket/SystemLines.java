package sportello.ticket;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Language;

/**
 * The lines among the articles that the house writes itself (S42, S57, S61): shown in the reader's language, stored in
 * the desk's.
 */
@Component
public class SystemLines {
    private static final String NAME = "Sportello";

    private final Articles articles;
    private final MessageSource messages;

    SystemLines(Articles articles, MessageSource messages) {
        this.articles = articles;
        this.messages = messages;
    }

    /** A line for the people of the desk only. */
    ArticleId write(TicketId ticket, SystemLine line) {
        return articles.add(forTheDesk(ticket, line));
    }

    /** The same for a line that tells of another ticket. */
    ArticleId write(TicketId ticket, SystemLine line, TicketNumber other) {
        return write(ticket, line, other.value());
    }

    /** The same for a line that names somebody or something. */
    ArticleId write(TicketId ticket, SystemLine line, String name) {
        return write(ticket, line, name, name);
    }

    /** The same for how urgent it is now. */
    ArticleId write(TicketId ticket, Priority priority) {
        var level = "" + priority.level();
        var called = messages.getMessage("priority." + level, null, Language.ITALIAN.locale());
        return write(ticket, SystemLine.PRIORITISED, level, called);
    }

    private ArticleId write(TicketId ticket, SystemLine line, String name, String said) {
        var text = MessageFormat.format(subject(line), said);
        return articles.add(NewArticle.bySystem(ticket, Channel.SYSTEM, false, NAME, name, text, line));
    }

    /**
     * The mail by which the customer was told, kept as an article that the customer sees too.
     *
     * @param sender the name that the mail bears
     * @param text the mail's plain text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ArticleId mailed(TicketId ticket, SystemLine line, String sender, String text) {
        return articles.add(asMailed(ticket, line, sender, text));
    }

    static NewArticle forTheDesk(TicketId ticket, SystemLine line) {
        return NewArticle.bySystem(ticket, Channel.SYSTEM, false, NAME, subject(line), subject(line), line);
    }

    static NewArticle asMailed(TicketId ticket, SystemLine line, String sender, String text) {
        return NewArticle.bySystem(ticket, Channel.EMAIL, true, sender, subject(line), text, line);
    }

    private static String subject(SystemLine line) {
        return ResourceBundle.getBundle("messages.common", Locale.ITALIAN).getString("system_line." + line.key());
    }
}
