package sportello.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings people who tell others about a ticket up to date, in one statement. */
@Component
public class Briefings {
    private final BriefingSql sql;

    Briefings(BriefingSql sql) {
        this.sql = sql;
    }

    /** @param article the text that the news is about, if there is one */
    public Briefing on(TicketId ticket, @Nullable ArticleId article) {
        return sql.on(ticket, article);
    }
}
