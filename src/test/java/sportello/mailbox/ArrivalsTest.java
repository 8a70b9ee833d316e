package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.Edge;
import sportello.storage.Files;

/** Arrivals are taken up one by one, put aside, let go again or given up. */
@Ground
class ArrivalsTest {

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ArrivalSql sql;

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    Files files;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void the_oldest_comes_first_and_nobody_gets_what_another_holds() throws IOException {
        var mailbox = arrived(3);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        var waiting = new ArrayList<CompletableFuture<Set<ArrivalId>>>();
        apart.executeWithoutResult(status -> {
            var first = arrivals.takeNext(mailbox, 1).getFirst();
            var second = apart.execute(
                    inner -> arrivals.takeNext(mailbox, 1).getFirst().id());
            assertThat(second.value()).isGreaterThan(first.id().value());
            waiting.add(CompletableFuture.supplyAsync(
                    () -> apart.execute(inner -> arrivals.take(List.of(first.id()))), Thread::startVirtualThread));
            arrivals.sorted(List.of(first.id()));
            assertThat(waiting.getFirst()).as("who wants it waits").isNotDone();
        });
        assertThat(waiting.getFirst().join()).as("it was sorted meanwhile").isEmpty();

        var next = apart.execute(status -> arrivals.takeNext(mailbox, 1).getFirst());
        assertThat(arrivals.open(next)).asString(US_ASCII).isEqualTo(MailServer.mail(2));
    }

    @Test
    void who_takes_one_without_a_transaction_holds_nothing_and_is_told_so() {
        assertThatThrownBy(() -> arrivals.takeNext(new MailboxId(1), 1))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_nobody_can_sort_waits_for_a_person_who_lets_it_go_again_or_gives_it_up() throws IOException {
        var mailbox = arrived(2);
        var one = heard.of(MailArrived.class, mailbox).getFirst().arrival();
        var other = heard.of(MailArrived.class, mailbox).getLast().arrival();

        arrivals.tried(List.of(one));
        arrivals.quarantine(one, "unreadable", "too many parts");
        arrivals.quarantine(other, "unreadable", "");

        assertThat(arrivals.quarantined(null, 2)).extracting(Arrival::id).containsExactly(other, one);
        assertThat(arrivals.quarantined(other, 1)).extracting(Arrival::id).containsExactly(one);
        var kept = arrivals.find(one).orElseThrow();
        assertThat(kept.tries()).isEqualTo(1);
        assertThat(kept.reason()).isEqualTo("unreadable");
        assertThat(kept.detail()).isEqualTo("too many parts");
        assertThat(heard.of(MailQuarantined.class, mailbox)).hasSize(2);

        assertThat(arrivals.again(one)).isTrue();
        assertThat(arrivals.again(one)).isFalse();
        assertThat(arrivals.find(one).orElseThrow().state()).isEqualTo(Arrival.State.WAITING);
        assertThat(heard.of(MailArrived.class, mailbox)).hasSize(3);

        assertThat(arrivals.discard(other, "pubblicità", "Anna Riva")).isTrue();
        assertThat(arrivals.discard(one, "non è in quarantena", "Anna Riva")).isFalse();
        assertThat(arrivals.find(other).orElseThrow().state()).isEqualTo(Arrival.State.DISCARDED);
        assertThat(arrivals.find(other).orElseThrow().reason()).isEqualTo("pubblicità");
    }

    /** Mails are looked through in pieces, and an address may lie across two of them. */
    @Test
    void so_much_of_an_address_may_stand_in_the_piece_before() throws Exception {
        Edge.of("mailbox/Arrivals.LONGEST_ADDRESS").isTheLast(before -> {
            var host = "@lago.example";
            var address = "x".repeat(before + 1 - host.length()) + host;
            return isForgotten("y".repeat((256 << 10) - before) + address, address);
        });
    }

    private boolean isForgotten(String mail, String address) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            var kept = files.keep(new ByteArrayInputStream(mail.getBytes(US_ASCII)));
            var place = new Place(mailboxes.brought(), 0, 0, address);
            var arrival = sql.insert(place, kept, List.of(), Instant.now()).orElseThrow();
            arrivals.quarantine(arrival, "unreadable", "");
            arrivals.forget(List.of(), Set.of(address), "Dimenticata.");
            return !arrivals.find(arrival).orElseThrow().hash().equals(kept.hash());
        }));
    }

    @Test
    void what_is_brought_never_goes_into_a_mailbox_of_theirs_that_is_called_so() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            mailboxes.brought();
            db.sql("update mailbox set name = 'SMTP', protocol = 'IMAP', security = 'TLS' where protocol = 'SMTP'")
                    .update();

            var brought = mailboxes.find(mailboxes.brought()).orElseThrow();

            assertThat(brought.access().protocol()).isEqualTo(Protocol.SMTP);
            assertThat(brought.name()).isEqualTo("SMTP 2");
        });
    }

    /** Whoever looks for the next walks past none that was sorted, also as long as most of them wait. */
    @Test
    void a_large_backlog_makes_no_look_for_the_next_longer() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var mailbox = mailboxes.brought();
            backlog(mailbox, 3_000);
            db.sql("analyze arrival").update();
            db.sql("update arrival set state = 'SORTED' where mailbox_id = :mailbox and uid::int <= 1000")
                    .param("mailbox", mailbox.value())
                    .update();

            var before = lookedAt();
            var next = arrivals.takeNext(mailbox, 10);
            assertThat(arrivals.isWaiting(mailbox)).isTrue();
            assertThat(arrivals.withWaiting()).contains(mailbox);

            assertThat(next).hasSize(10);
            assertThat(lookedAt() - before).isLessThan(100);
        });
    }

    private void backlog(MailboxId mailbox, int mails) {
        db.sql("delete from arrival where mailbox_id = :mailbox and state = 'WAITING'")
                .param("mailbox", mailbox.value())
                .update();
        db.sql("""
                with kept as (
                    insert into blob (hash, size, created_at)
                    select sha256(('backlog ' || no)::bytea), no, now() from generate_series(1, :mails) no
                    returning hash, size)
                insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state)
                select :mailbox, 0, 0, kept.size::text, hash, kept.size, now(), 'WAITING' from kept order by kept.size
                """).param("mailbox", mailbox.value()).param("mails", mails).update();
    }

    /** How many rows of arrivals this transaction has looked at so far. */
    private long lookedAt() {
        return db.sql("""
                select pg_stat_get_xact_tuples_fetched('arrival'::regclass)
                       + pg_stat_get_xact_tuples_returned('arrival'::regclass)
                """).query(Long.class).single();
    }

    private MailboxId arrived(int count) throws IOException {
        var account = server.account();
        account.deliver(1, count);
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Delete());
        errand.fetch(mailbox);
        return mailbox;
    }
}
