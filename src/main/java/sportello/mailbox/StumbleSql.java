package sportello.mailbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often it went wrong to fetch a mail. */
@Component
class StumbleSql {
    private final JdbcClient db;

    StumbleSql(JdbcClient db) {
        this.db = db;
    }

    /** The mails that were stumbled over, and how often. */
    Map<String, Stumble> of(MailboxId mailbox, int epoch) {
        var stumbles = new HashMap<String, Stumble>();
        db.sql("select uid, tries, words from mailbox_stumble where mailbox_id = :mailbox and epoch = :epoch")
                .param("mailbox", mailbox.value())
                .param("epoch", epoch)
                .query(row -> {
                    stumbles.put(row.getString("uid"), new Stumble(row.getInt("tries"), row.getString("words")));
                });
        return stumbles;
    }

    /** Once more, if whoever says so still holds the mailbox. */
    void add(Lease lease, Place place, String words) {
        db.sql("""
                insert into mailbox_stumble (mailbox_id, epoch, uid, tries, words)
                select id, :epoch, :uid, 1, :words
                  from mailbox
                 where id = :mailbox
                   and lease_token = :token
                    on conflict (mailbox_id, epoch, uid) do update
                   set tries = mailbox_stumble.tries + 1, words = excluded.words
                """)
                .param("epoch", place.epoch())
                .param("uid", place.uid())
                .param("mailbox", place.mailbox().value())
                .param("token", lease.token())
                .param("words", words)
                .update();
    }

    /** It was got over. */
    void forget(Place place) {
        db.sql("delete from mailbox_stumble where mailbox_id = :mailbox and epoch = :epoch and uid = :uid")
                .param("mailbox", place.mailbox().value())
                .param("epoch", place.epoch())
                .param("uid", place.uid())
                .update();
    }
}
