package sportello.agent;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import sportello.base.Language;

/** What the administrators have to say to those at the desk ("Novità"), each piece in its time. */
@Component
public class NewsBoard {
    private static final int MOST = 5;

    private final NewsSql sql;
    private final Clock clock;

    NewsBoard(NewsSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What stands there now for readers of the language, the newest first; to suppliers the house says nothing (S8). */
    public List<NewsItem> current(Language language, Authority reader) {
        return reader.knowsEverybody() ? sql.current(language, clock.instant(), MOST) : List.of();
    }
}
