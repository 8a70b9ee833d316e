package sportello.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.mail.LetterFile;

/** Brings people who tell others about a ticket up to date, in one statement. */
@Component
public class Briefings {
    private final BriefingSql sql;
    private final Correspondence correspondence;

    Briefings(BriefingSql sql, Correspondence correspondence) {
        this.sql = sql;
        this.correspondence = correspondence;
    }

    /** @param article the text that the news is about, if there is one */
    public Briefing on(TicketId ticket, @Nullable ArticleId article) {
        return sql.on(ticket, article);
    }

    /** What the customer wrote last. */
    public LastWords ofCustomer(TicketId ticket) {
        return sql.ofCustomer(ticket).orElse(LastWords.NONE);
    }

    /** The files of a text, to go along with a letter. */
    public List<LetterFile> filesOf(ArticleId article) {
        return correspondence.files(article);
    }
}
