package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.base.Tripwire;
import sportello.bench.Tally;
import sportello.desk.Dovecot;
import sportello.storage.Files;
import sportello.storage.Hash;

/**
 * A line to Dovecot that breaks somewhere in a mail of {@code -Ddrill.megabytes}, {@code -Ddrill.cuts} times (R4). Run by
 * {@code bin/drill mail}, as root.
 */
@Ground
@Tag("drill")
class BigCutDrill {
    private static final int CUTS = Integer.getInteger("drill.cuts", 100);
    /** It takes an hour: who stops it knows what it found until then. */
    private static final int TOLD_EACH = 50;

    private static final int MEGABYTES = Integer.getInteger("drill.megabytes", 50);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final String ACCOUNT = "grande";
    private static final String LINE = "0123456789abcdef".repeat(4).concat("\r\n");

    @TempDir
    Path home;

    @Autowired
    JdbcClient db;

    @Autowired
    KeepingMailboxes keeping;

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    LeaseSql leases;

    @Autowired
    PositionSql positions;

    @Autowired
    Receiving receiving;

    @Autowired
    Stumbling stumbling;

    @Autowired
    Files files;

    @Autowired
    Tripwire steps;

    @Autowired
    MailServer another;

    private final Random random = new Random(SEED);
    private final String mail =
            MailServer.mail(1).replace("\r\n.", "\r\n") + LINE.repeat(MEGABYTES * 1_000_000 / LINE.length());
    private final byte[] expected = sha256().digest(mail.getBytes(US_ASCII));
    private Dovecot dovecot;
    private Errand errand;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Dovecot.isInstalled(), "bin/drill mail installs it");
        dovecot = new Dovecot(home.resolve("dovecot"));
        errand = new Errand(
                db,
                keeping,
                mailboxes,
                leases,
                new Connecting(Limits.USUAL),
                new Sweep(positions, receiving, stumbling, files, steps, Limits.USUAL),
                files,
                another);
        untilDelivered();
    }

    @AfterEach
    void close() throws InterruptedException {
        if (dovecot != null) dovecot.close();
    }

    private void untilDelivered() throws InterruptedException {
        while (true)
            try {
                dovecot.deliver(ACCOUNT, Stream.of(mail));
                return;
            } catch (IOException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void it_is_whole_or_not_there(Protocol protocol) throws IOException {
        try (var wire = Wire.to(protocol == Protocol.IMAP ? dovecot.imap() : dovecot.pop3())) {
            var lost = 0;
            var doubled = 0;
            var wrong = 0;
            for (var cut = 0; cut < CUTS; cut++) {
                var mailbox = mailbox(protocol, wire);
                breakSomewhere(wire);
                assertThat(errand.fetchIfPossible(mailbox)).isFalse();
                assertThat(errand.count(mailbox)).isZero();
                wire.heal();
                errand.fetch(mailbox);
                errand.fetch(mailbox);

                var arrived = errand.count(mailbox);
                if (arrived == 0) lost++;
                if (arrived > 1) doubled++;
                if (!hasTheMail(mailbox)) wrong++;
                forget(mailbox);
                if ((cut + 1) % TOLD_EACH == 0 || cut + 1 == CUTS)
                    Tally.of("R4 " + protocol + " " + MEGABYTES + "MB")
                            .with("seed", SEED)
                            .with("faults", cut + 1)
                            .accepted(cut + 1, lost, doubled)
                            .with("wrong", wrong)
                            .say();
            }
            assertThat(lost + doubled + wrong).isZero();
        }
    }

    private MailboxId mailbox(Protocol protocol, Wire wire) {
        return errand.mailbox(
                new Access(protocol, MailServer.HERE, wire.port(), Security.NONE, "", ACCOUNT, Access.INBOX),
                new Afterwards.Leave());
    }

    private void breakSomewhere(Wire wire) {
        var bytes = random.nextLong(mail.length());
        if (random.nextBoolean()) wire.breakAfter(bytes);
        else wire.resetAfter(bytes);
    }

    /** Dovecot writes its own lines above it. */
    private boolean hasTheMail(MailboxId mailbox) throws IOException {
        var hash = db.sql("select hash from arrival where mailbox_id = :id limit 1")
                .param("id", mailbox.value())
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .single();
        try (var bytes = files.open(hash)) {
            var digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256());
            var size = db.sql("select size from blob where hash = :hash")
                    .param("hash", hash.bytes())
                    .query(Long.class)
                    .single();
            bytes.skipNBytes(size - mail.length());
            bytes.transferTo(digest);
            return MessageDigest.isEqual(digest.getMessageDigest().digest(), expected);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So that the bytes are stored anew each time. */
    private void forget(MailboxId mailbox) {
        var hashes = db.sql("delete from arrival where mailbox_id = :id returning hash")
                .param("id", mailbox.value())
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .list();
        hashes.forEach(files::forget);
    }
}
