package sportello.postmaster;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.mailbox.MailboxId;
import sportello.storage.Files;

/** Mails as they arrived in a mailbox of the test's own, which nobody fetches, and what became of them. */
final class Postbag {
    private final JdbcClient db;
    private final Files files;
    private final MailboxId mailbox;

    Postbag(JdbcClient db, Files files, boolean trusted) {
        this.db = db;
        this.files = files;
        this.mailbox = new MailboxId(
                db.sql("""
                insert into mailbox (name, protocol, host, port, trusted, valid)
                values ('posta ' || gen_random_uuid(), 'IMAP', 'mail.valle.example', 993, :trusted, false)
                returning id
                """).param("trusted", trusted).query(Long.class).single());
        untouched();
    }

    /** The house looks for mails that nobody sorts every half minute, and would take one of these from under a test. */
    private void untouched() {
        db.sql("""
                update scheduled_tasks
                   set execution_time = now() + interval '1 day', version = version + 1
                 where task_name = 'look-for-unsorted-mails'
                   and not picked
                """).update();
    }

    MailboxId mailbox() {
        return mailbox;
    }

    /** The server's word on senders counts from now on. */
    void trust(String server) {
        db.sql("update mailbox set gateways = array[:server] where id = :id")
                .param("server", server)
                .param("id", mailbox.value())
                .update();
    }

    /** Answers the arrival's id. */
    long put(String mail) {
        return put(mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The same for what is not text. */
    long put(byte[] mail) {
        var kept = files.keep(new ByteArrayInputStream(mail));
        return db.sql("""
                insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state)
                values (:mailbox, 1, 0, gen_random_uuid()::text, :hash, :size, now(), 'WAITING')
                returning id
                """)
                .param("mailbox", mailbox.value())
                .param("hash", kept.hash().bytes())
                .param("size", kept.size())
                .query(Long.class)
                .single();
    }

    /** The same, brought to us for these of our addresses. */
    long brought(String mail, String... recipients) {
        var arrival = put(mail);
        db.sql("update arrival set recipients = :recipients where id = :id")
                .param("recipients", recipients)
                .param("id", arrival)
                .update();
        return arrival;
    }

    /** What the log says of an arrival. */
    record Fate(String state, String reason, String verdict, String number) {}

    Fate fate(long arrival) {
        return db.sql("""
                select lower(a.state) as state, a.reason, coalesce(s.verdict, '') as verdict, coalesce(t.number, '') as number
                  from arrival a
                  left join sorted_mail s on s.arrival_id = a.id
                  left join ticket t on t.id = s.ticket_id
                 where a.id = :id
                """)
                .param("id", arrival)
                .query((row, no) -> new Fate(
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("verdict"),
                        row.getString("number")))
                .single();
    }
}
