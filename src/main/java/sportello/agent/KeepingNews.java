package sportello.agent;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators keep what the board at the desk says, each piece in its time. */
@Component
public class KeepingNews {
    private final KeptNewsSql sql;
    private final Book book;

    KeepingNews(KeptNewsSql sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /** The newest first; at most so many. */
    public List<KeptNews> latest(int most) {
        return sql.latest(most);
    }

    public Optional<KeptNews> find(long id) {
        return sql.find(id);
    }

    /** Its title. */
    @Transactional
    public Outcome<String> add(NewsDetails typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("news.administer");
        return typed.checked().then(details -> {
            book.write(Topic.NEWS, sql.insert(details), details.title(), null, details);
            return Outcome.done(details.title());
        });
    }

    /** @param seen the version of the piece that was corrected */
    @Transactional
    public Outcome<String> correct(long id, int seen, NewsDetails typed, Authority by) {
        if (!by.administrator()) return Outcome.refused("news.administer");
        var before = sql.find(id).map(KeptNews::details).orElse(null);
        return typed.checked().then(details -> {
            if (!sql.update(id, seen, details)) return Outcome.refused("news.changed");
            book.write(Topic.NEWS, id, details.title(), before, details);
            return Outcome.done(details.title());
        });
    }
}
