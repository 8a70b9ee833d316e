package sportello.search;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.CleanText;
import sportello.identity.Viewer.AgentViewer;

/** What may be meant by what is being typed, among what exists for the viewer. */
@Component
public class Suggestions {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 6;

    private final SuggestionSql sql;
    private final SearchSql search;

    Suggestions(SuggestionSql sql, SearchSql search) {
        this.sql = sql;
        this.search = search;
    }

    /** At most eight: tickets by a piece of number or title, queues, customers. */
    @Transactional(readOnly = true)
    public List<Suggestion> of(String typed, AgentViewer viewer) {
        var text = CleanText.line(typed.substring(0, Math.min(LONGEST, typed.length())));
        var words = Stream.of(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) return List.of();
        search.planForWords();
        return sql.of(words, viewer);
    }
}
