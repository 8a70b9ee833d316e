package sportello.agent;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;

@Component
class NewsSql {
    private final JdbcClient db;

    NewsSql(JdbcClient db) {
        this.db = db;
    }

    List<NewsItem> current(Language language, Instant now, int most) {
        return db.sql("""
                select title, text, since
                  from news
                 where valid
                   and (language is null or language = :language)
                   and since <= :now
                   and (until is null or until > :now)
                 order by since desc, id desc
                 limit :most
                """)
                .param("language", language.code())
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new NewsItem(
                        row.getString("title"),
                        row.getString("text"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }
}
