package sportello.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;

/** The news as administrators keep them. */
@Component
class KeptNewsSql {
    private static final String KEPT = """
            select id, title, text, language, since, until, valid, version
              from news
            """;

    private final JdbcClient db;

    KeptNewsSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptNews> latest(int most) {
        return db.sql(KEPT + " order by since desc, id desc limit :most")
                .param("most", most)
                .query(KeptNewsSql::news)
                .list();
    }

    Optional<KeptNews> find(long id) {
        return db.sql(KEPT + " where id = :id")
                .param("id", id)
                .query(KeptNewsSql::news)
                .optional();
    }

    long insert(NewsDetails details) {
        return set(db.sql("""
                        insert into news (title, text, language, since, until, valid)
                        values (:title, :text, :language, :since, :until, :valid)
                        returning id
                        """), details)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, NewsDetails details) {
        return set(db.sql("""
                                update news
                                   set title = :title, text = :text, language = :language, since = :since,
                                       until = :until, valid = :valid, version = version + 1
                                 where id = :id
                                   and version = :seen
                                """), details).param("id", id).param("seen", seen).update() == 1;
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, NewsDetails details) {
        var language = details.language();
        var until = details.until();
        return statement
                .param("title", details.title())
                .param("text", details.text())
                .param("language", language == null ? null : language.code())
                .param("since", Timestamp.from(details.since()))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("valid", details.valid());
    }

    private static KeptNews news(ResultSet row, int number) throws SQLException {
        var language = row.getString("language");
        var until = row.getTimestamp("until");
        return new KeptNews(
                row.getLong("id"),
                new NewsDetails(
                        row.getString("title"),
                        row.getString("text"),
                        language == null ? null : Language.of(language),
                        row.getTimestamp("since").toInstant(),
                        until == null ? null : until.toInstant(),
                        row.getBoolean("valid")),
                row.getInt("version"));
    }
}
