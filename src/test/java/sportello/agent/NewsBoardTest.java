package sportello.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Language;

@SportelloTest
@Transactional
class NewsBoardTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private NewsBoard board;

    @Autowired
    private Clock clock;

    @BeforeEach
    void an_empty_board() {
        db.sql("delete from news").update();
    }

    @Test
    void news_stand_there_in_their_time_the_newest_first() {
        pin("gone", null, -9, -1);
        pin("old", null, -8, null);
        pin("new", null, -1, 8);
        pin("to come", null, 1, null);

        assertThat(board.current(Language.ITALIAN, Authority.HOUSE))
                .extracting(NewsItem::title)
                .containsExactly("new", "old");
    }

    @Test
    void news_of_one_language_are_for_those_who_read_it() {
        pin("italiano", "it", -1, null);
        pin("english", "en", -1, null);
        pin("for all", null, -2, null);

        assertThat(board.current(Language.ENGLISH, Authority.HOUSE))
                .extracting(NewsItem::title)
                .containsExactly("english", "for all");
    }

    private void pin(String title, @Nullable String language, int since, @Nullable Integer until) {
        db.sql("""
                insert into news (title, text, language, since, until)
                values (:title, 'Testo', :language, :since, :until)
                """)
                .param("title", title)
                .param("language", language)
                .param("since", Timestamp.from(days(since)))
                .param("until", until == null ? null : Timestamp.from(days(until)))
                .update();
    }

    private Instant days(int ahead) {
        return clock.instant().plus(Duration.ofDays(ahead));
    }
}
