package sportello.postmaster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Tripwire;
import sportello.bench.Tally;
import sportello.cast.Cast;

/** All odd mails in one mailbox: each is sorted or put aside for a reason, and none keeps another from its turn (R13). */
@SportelloTest
@Import({FailingStatements.class, Tripwire.class})
class OddMailboxTest {
    private static final Path MAILS = Path.of("src/test/resources/mails");

    @Autowired
    private JdbcClient db;

    @Autowired
    private sportello.storage.Files files;

    @Autowired
    private Sorting sorting;

    private Postbag bag;

    @BeforeEach
    void a_mailbox_of_the_test() {
        Cast.onStage(db);
        bag = new Postbag(db, files, false);
    }

    @Test
    void each_odd_mail_is_sorted_or_put_aside_for_a_reason() throws IOException {
        var put = 0;
        try (var mails = Files.list(MAILS)) {
            for (var mail : (Iterable<Path>)
                    mails.filter(file -> file.toString().endsWith(".eml")).sorted()::iterator) {
                bag.put(Files.readString(mail, ISO_8859_1).replace("\n", "\r\n").getBytes(ISO_8859_1));
                put++;
            }
        }
        while (sorting.some(bag.mailbox(), put)) assertThat(count("true")).isEqualTo(put);

        var aside = count("state = 'QUARANTINED'");
        Tally.of("R13")
                .accepted(put, put - aside - count("state = 'SORTED'"), 0)
                .with("quarantined", aside)
                .say();
        assertThat(put).isGreaterThanOrEqualTo(60);
        assertThat(count("state = 'SORTED'")).isEqualTo(put - aside);
        assertThat(count("state = 'QUARANTINED' and reason in ('', 'defied', 'broken')"))
                .isZero();
    }

    private long count(String condition) {
        return db.sql("select count(*) from arrival where mailbox_id = :mailbox and " + condition)
                .param("mailbox", bag.mailbox().value())
                .query(Long.class)
                .single();
    }
}
