package sportello.ticket;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.storage.Hash;

/**
 * The files that a person sent, wherever in these tickets they went on: in an answer that quotes them, in a draft. What a
 * machine returned holds the mail to the person, or who the person is.
 */
@Component
class ForgettingFileSql {
    private final JdbcClient db;

    ForgettingFileSql(JdbcClient db) {
        this.db = db;
    }

    /** Which they are; whether anybody else needs the bytes is not known here. */
    Set<Hash> forget(ForgettingPerson.Person person, Collection<Long> tickets) {
        var written = db.sql("""
                select distinct f.hash
                  from attachment f
                  join article a on a.id = f.article_id
                 where a.ticket_id = any(:tickets)
                   and (a.hand = 'machine' or :texts and %s)
                """.formatted(ForgettingPersonSql.WRITTEN));
        var gone = ForgettingPersonSql.named(written, person)
                .param("tickets", tickets.toArray(Long[]::new))
                .param("texts", person.sentence() != null)
                .query((row, no) -> Hash.of(row.getBytes("hash")))
                .set();
        forget(gone, tickets);
        return gone;
    }

    /** What is found of the articles from now on knows their names no more. */
    private void forget(Set<Hash> gone, Collection<Long> tickets) {
        var hashes = gone.stream().map(Hash::bytes).toArray(byte[][]::new);
        var poorer = db.sql("""
                delete from attachment f
                 using article a
                 where a.id = f.article_id
                   and a.ticket_id = any(:tickets)
                   and f.hash = any(:hashes)
                returning a.id
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .param("hashes", hashes)
                .query(Long.class)
                .list();
        db.sql("""
                delete from draft_file
                 where hash = any(:hashes)
                   and (draft_id is null or draft_id in (select id from draft where ticket_id = any(:tickets)))
                """)
                .param("tickets", tickets.toArray(Long[]::new))
                .param("hashes", hashes)
                .update();
        db.sql("select search_index(:articles)")
                .param("articles", poorer.stream().distinct().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
