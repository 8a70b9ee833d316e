package sportello.mail;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.settings.Secrets;

/** What letters say that lie in the outbox, also those that nobody reads there. */
public final class Sealed {
    private Sealed() {}

    /** Oldest first. */
    public static List<LetterBody> bodies(JdbcClient db, Secrets secrets) {
        var bodies = new SealedBodies(secrets);
        return db.sql("select text_body, html_body, sealed_body from letter order by id")
                .query((row, number) -> bodies.open(
                        row.getBytes("sealed_body"),
                        new LetterBody(row.getString("text_body"), row.getString("html_body"))))
                .list();
    }
}
