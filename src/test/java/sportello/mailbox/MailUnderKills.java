package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sportello.bench.Tally;
import sportello.database.TestDatabase;

/**
 * Mail under real kills: nodes in processes of their own fetch from a real server into a real database, and die. Whatever
 * happens, each mail arrives once.
 */
abstract class MailUnderKills {
    /** In milliseconds: how long the others wait for one that was killed. */
    static final long LEASE = 1_500;

    private static final long PATIENCE = 120_000;
    /** The mail server of the drill is slow in large folders. */
    private static final int MOST_WAITING = 200;

    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());

    @TempDir
    Path home;

    final Random random = new Random(SEED);
    private TestDatabase.Fresh database;
    MailLedger ledger;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        ledger = new MailLedger(db, random)
                .mailbox("leave", Protocol.IMAP, "LEAVE")
                .mailbox("move", Protocol.IMAP, "MOVE")
                .mailbox("delete", Protocol.IMAP, "DELETE")
                .mailbox("pop-leave", Protocol.POP3, "LEAVE")
                .mailbox("pop-delete", Protocol.POP3, "DELETE");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** The nodes die one after the other, each while mail comes. */
    final void killEach(int kills) throws Exception {
        var over = new AtomicBoolean();
        var giving = Thread.ofVirtual().start(() -> giveUntil(over));
        for (var kill = 0; kill < kills; kill++) {
            try (var node = node()) {
                var before = ledger.arrived();
                await(node, () -> ledger.arrived() > before);
                Thread.sleep(random.nextInt(800));
                node.kill();
            }
        }
        over.set(true);
        giving.join();

        finish("R2", kills);
    }

    private void giveUntil(AtomicBoolean over) {
        try {
            while (!over.get()) {
                if (ledger.accepted() - ledger.arrived() < MOST_WAITING) ledger.give();
                Thread.sleep(20 + random.nextInt(60));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    final void finish(String row, int faults) throws Exception {
        try (var node = node()) {
            await(node, ledger::isDone);
            Thread.sleep(2 * LEASE);
        }
        var verdict = ledger.judge();
        Tally.of(row)
                .with("seed", SEED)
                .with("faults", faults)
                .accepted(verdict.accepted(), verdict.lost(), verdict.duplicated())
                .with("wrong", verdict.wrong())
                .say();
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        assertThat(ledger.inFolder("leave", "INBOX")).isEqualTo(ledger.given("leave"));
        assertThat(ledger.inFolder("delete", "INBOX")).isZero();
        assertThat(ledger.inFolder("pop-delete", "INBOX")).isZero();
        assertThat(ledger.inFolder("move", "INBOX")).isZero();
        assertThat(ledger.inFolder("move", GivenMailbox.DONE)).isEqualTo(ledger.given("move"));
    }

    final MailDrillNode node(String... settings) throws Exception {
        return MailDrillNode.start(database, home, settings);
    }

    static void await(MailDrillNode node, Callable<Boolean> isTrue) throws Exception {
        var end = System.nanoTime() + PATIENCE * 1_000_000;
        while (!isTrue.call()) {
            if (System.nanoTime() - end > 0)
                throw new AssertionError("it never came to that; the node said:\n" + node.words());
            Thread.sleep(50);
        }
    }
}
