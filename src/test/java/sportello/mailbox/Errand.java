package sportello.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.agent.Authority.HOUSE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.base.Column;
import sportello.base.Outcome;
import sportello.storage.Files;
import sportello.storage.Hash;

/** Sets up mailboxes and fetches from them, one sweep at a time. */
class Errand {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient db;
    private final KeepingMailboxes keeping;
    private final MailboxSql mailboxes;
    private final LeaseSql leases;
    private final Connecting connecting;
    private final Sweep sweep;
    private final Files files;
    private final MailServer server;

    Errand(
            JdbcClient db,
            KeepingMailboxes keeping,
            MailboxSql mailboxes,
            LeaseSql leases,
            Connecting connecting,
            Sweep sweep,
            Files files,
            MailServer server) {
        this.db = db;
        this.keeping = keeping;
        this.mailboxes = mailboxes;
        this.leases = leases;
        this.connecting = connecting;
        this.sweep = sweep;
        this.files = files;
        this.server = server;
    }

    MailboxId mailbox(Protocol protocol, MailServer.Account account, Afterwards afterwards) {
        return mailbox(protocol, server.port(protocol), account, afterwards);
    }

    MailboxId mailbox(Protocol protocol, int port, MailServer.Account account, Afterwards afterwards) {
        var access = new Access(protocol, MailServer.HERE, port, Security.NONE, "", account.name(), Access.INBOX);
        return mailbox(access, afterwards);
    }

    MailboxId mailbox(Access access, Afterwards afterwards) {
        var wanted = new Proposal(
                "Casella " + NUMBER.incrementAndGet(), access, MailServer.PASSWORD, afterwards, false, null);
        return switch (keeping.add(wanted, HOUSE)) {
            case Outcome.Done(var id) -> id;
            case Outcome.Refused(var why) -> throw new AssertionError(why);
        };
    }

    /** As somebody who holds a fresh lease. */
    void fetch(MailboxId id) throws IOException {
        fetch(lease(id));
    }

    void fetch(Lease lease) throws IOException {
        var mailbox = mailboxes.find(lease.mailbox()).orElseThrow();
        var patience = new Patience(Thread.currentThread());
        try (var box = box(mailbox, patience)) {
            sweep.through(box, mailbox, lease, patience);
        }
    }

    OpenBox box(MailboxId id) throws IOException {
        return box(mailboxes.find(id).orElseThrow(), new Patience(Thread.currentThread()));
    }

    private OpenBox box(Mailbox mailbox, Patience patience) throws IOException {
        return connecting.open(mailbox.access(), Login.byPassword(MailServer.PASSWORD), false, patience);
    }

    /** Whatever goes wrong; whether it went well. */
    boolean fetchIfPossible(MailboxId id) {
        try {
            fetch(id);
            return true;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    Lease lease(MailboxId id) {
        db.sql("update mailbox set lease_until = null, valid = (id = :id)")
                .param("id", id.value())
                .update();
        var claims = leases.claim("test", LONG);
        assertThat(claims).hasSize(1);
        return claims.getFirst().lease();
    }

    /** Through another server, or a proxy. */
    void callAt(MailboxId id, int port) {
        db.sql("update mailbox set port = :port where id = :id")
                .param("port", port)
                .param("id", id.value())
                .update();
    }

    /** The bytes of everything that arrived there, oldest first. */
    List<String> arrived(MailboxId id) {
        return db
                .sql("select hash from arrival where mailbox_id = :id order by id")
                .param("id", id.value())
                .query((row, no) -> Hash.of(row.getBytes("hash")))
                .list()
                .stream()
                .map(this::bytes)
                .toList();
    }

    private String bytes(Hash hash) {
        try (var bytes = files.open(hash)) {
            return new String(bytes.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whom, as whoever brought the last one said. */
    List<String> lastBroughtFor(MailboxId id) {
        return db.sql("select recipients from arrival where mailbox_id = :id order by id desc limit 1")
                .param("id", id.value())
                .query((row, no) -> Column.texts(row, "recipients"))
                .single();
    }

    long count(MailboxId id) {
        return db.sql("select count(*) from arrival where mailbox_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    Health health(MailboxId id) {
        return mailboxes.health().stream()
                .filter(one -> one.mailbox().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
