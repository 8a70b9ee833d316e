package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.agent.Authority.HOUSE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.base.Outcome;
import sportello.bench.Tally;

/** Those who read mailboxes by themselves, hour after hour: who reads which, what they do when a server fails. */
@Ground
class KeepersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    KeepingMailboxes keeping;

    @Autowired
    LeaseSql leases;

    @Autowired
    Reading reading;

    @Autowired
    Watching watching;

    @Autowired
    Receiving receiving;

    @Autowired
    OurCertificate certificate;

    @Autowired
    Piping piping;

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    JdbcClient db;

    private final List<Keepers> nodes = new ArrayList<>();

    @BeforeEach
    void begin() {
        db.sql("update mailbox set valid = false, lease_until = null").update();
    }

    @AfterEach
    void end() {
        nodes.forEach(Keepers::stop);
    }

    private Keepers node() {
        return node(Ground.HASTY);
    }

    private Keepers node(Limits limits) {
        var node = new Keepers(leases, reading, watching, receiving, certificate, limits);
        nodes.add(node);
        node.start();
        return node;
    }

    @Test
    void mail_arrives_by_itself_also_in_a_mailbox_that_was_added_later() {
        node();
        var first = server.account();
        var one = errand.mailbox(Protocol.IMAP, first, new Afterwards.Delete());
        first.deliver(1, 2);
        await(() -> errand.count(one) == 2);

        var second = server.account();
        var other = errand.mailbox(Protocol.POP3, second, new Afterwards.Delete());
        second.deliver(3, 4);
        first.deliver(5, 5);
        await(() -> errand.count(other) == 2 && errand.count(one) == 3);

        assertThat(errand.health(one).lastFetchAt()).isNotNull();
        assertThat(errand.health(one).lastMailAt()).isNotNull();
        assertThat(errand.health(one).failingSince()).isNull();
    }

    @Test
    void a_mailbox_out_of_use_is_read_no_more_until_it_is_again() throws InterruptedException {
        node();
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Leave());
        account.deliver(1, 1);
        await(() -> errand.count(mailbox) == 1);

        keeping.disable(mailbox, HOUSE);
        await(() -> owner(mailbox).isEmpty());
        account.deliver(2, 2);
        Thread.sleep(Ground.HASTY.between().multipliedBy(3));
        assertThat(errand.count(mailbox)).isEqualTo(1);

        keeping.enable(mailbox, HOUSE);
        await(() -> errand.count(mailbox) == 2);
    }

    @Test
    void who_does_not_want_to_wait_for_the_next_look_has_one_at_once() {
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.POP3, account, new Afterwards.Delete());
        account.deliver(1, 1);
        node(OtherLimits.between(Ground.HASTY, Duration.ofHours(1)));
        await(() -> errand.count(mailbox) == 1 && errand.health(mailbox).lastFetchAt() != null);
        account.deliver(2, 2);

        assertThat(keeping.fetchNow(mailbox, HOUSE)).isEqualTo(Outcome.done(mailbox));

        await(() -> errand.count(mailbox) == 2);
    }

    @Test
    void three_nodes_that_are_asked_to_look_again_and_again_fetch_each_mail_once() {
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.POP3, account, new Afterwards.Delete());
        for (var node = 0; node < 3; node++) node();
        for (var mail = 1; mail <= 60; mail++) {
            account.deliver(mail, mail);
            if (mail % 3 == 0) keeping.fetchNow(mailbox, HOUSE);
        }

        await(() -> errand.count(mailbox) == 60);

        assertThat(heard.of(MailArrived.class, mailbox)).hasSize(60);
        Tally.proven("R11 three nodes", 20, 60);
    }

    @Test
    void of_two_nodes_one_reads_a_mailbox_and_the_other_takes_over() {
        var first = node();
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Delete());
        await(() -> !owner(mailbox).isEmpty());
        var reader = owner(mailbox);
        node();
        account.deliver(1, 30);
        await(() -> errand.count(mailbox) == 30);
        assertThat(owner(mailbox)).isEqualTo(reader);

        first.stop();
        await(() -> !owner(mailbox).isEmpty() && !owner(mailbox).equals(reader));
        account.deliver(31, 40);
        await(() -> errand.count(mailbox) == 40
                && heard.of(MailArrived.class, mailbox).size() == 40);
        Tally.proven("R11", 1, 40);
    }

    /** A node that was killed hands nothing back; its lease runs out. */
    @Test
    void what_a_dead_node_read_is_taken_over_when_its_lease_ends() {
        var account = server.account();
        account.deliver(1, 3);
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Delete());
        var dead = leases.claim("dead", Duration.ofSeconds(1)).getFirst().lease();
        node();

        await(() -> errand.count(mailbox) == 3);

        assertThat(token(mailbox)).isGreaterThan(dead.token());
    }

    @Test
    @Tag("drill")
    void a_silent_server_delays_no_other_mailbox_and_is_found_again_when_it_speaks() throws IOException {
        try (var wire = Wire.to(server.port(Protocol.IMAP))) {
            node();
            var quiet = server.account();
            var silent = errand.mailbox(Protocol.IMAP, wire.port(), quiet, new Afterwards.Delete());
            var lively = server.account();
            var other = errand.mailbox(Protocol.IMAP, lively, new Afterwards.Delete());
            quiet.deliver(1, 1);
            await(() -> errand.count(silent) == 1);

            wire.fallSilent();
            quiet.deliver(2, 2);
            await(() -> errand.health(silent).failingSince() != null);
            lively.deliver(1, 5);
            await(() -> errand.count(other) == 5);
            assertThat(errand.health(other).failingSince()).isNull();

            wire.heal();
            await(() -> errand.count(silent) == 2);
            await(() -> errand.health(silent).failingSince() == null);
            Tally.proven("R6", 1, 7);
        }
    }

    /** If each waited for those before it, the last would have their turn after more than a minute. */
    @Test
    void of_fifty_mailboxes_those_that_fail_keep_none_of_the_others_waiting() throws IOException {
        try (var silent = Wire.to(server.port(Protocol.IMAP));
                var nobody = Wire.to(1)) {
            silent.fallSilent();
            var locked = server.account();
            locked.password("cambiata-da-altri");
            for (var one = 0; one < 10; one++) {
                errand.mailbox(Protocol.IMAP, silent.port(), server.account(), new Afterwards.Delete());
                errand.mailbox(Protocol.POP3, silent.port(), server.account(), new Afterwards.Delete());
                errand.mailbox(Protocol.IMAP, nobody.port(), server.account(), new Afterwards.Delete());
                errand.mailbox(Protocol.IMAP, locked, new Afterwards.Delete());
            }
            var good = new ArrayList<MailboxId>();
            for (var one = 0; one < 10; one++) {
                var account = server.account();
                account.deliver(1, 1);
                good.add(errand.mailbox(Protocol.IMAP, account, new Afterwards.Delete()));
            }
            node();
            await(() -> good.stream().allMatch(mailbox -> errand.count(mailbox) == 1));
            await(() -> failing() == 40);
            assertThat(good).allMatch(mailbox -> errand.health(mailbox).failingSince() == null);
            Tally.proven("R6", 40, 10);
        }
    }

    private long failing() {
        return mailboxes.health().stream()
                .filter(one -> one.valid() && one.failingSince() != null)
                .count();
    }

    /** Who looks at the clock alone cuts off what is long and healthy, again and again. */
    @Test
    @Tag("drill")
    void a_mail_that_takes_longer_than_any_answer_may_comes_whole_as_long_as_it_goes_on() throws IOException {
        try (var wire = Wire.to(server.port(Protocol.IMAP))) {
            wire.slow(Duration.ofMillis(60));
            var account = server.account();
            var mailbox = errand.mailbox(Protocol.IMAP, wire.port(), account, new Afterwards.Delete());
            account.deliver(MailServer.mail(1) + "x".repeat(78).concat("\r\n").repeat(6_000));
            var begun = System.nanoTime();
            node();
            await(() -> errand.count(mailbox) == 1);
            assertThat(System.nanoTime() - begun)
                    .as("else it would prove nothing")
                    .isGreaterThan(Ground.HASTY.command().toNanos());
            assertThat(heard.of(MailArrived.class, mailbox)).hasSize(1);
            assertThat(errand.health(mailbox).lastError()).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_told_once_and_the_right_one_ends_it_without_a_restart() throws InterruptedException {
        var account = server.account();
        account.password("cambiata-da-altri");
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Delete());
        node();

        await(() -> !heard.of(MailboxStopped.class, mailbox).isEmpty());
        Thread.sleep(Ground.HASTY.alarm().multipliedBy(3));
        assertThat(heard.of(MailboxStopped.class, mailbox)).hasSize(1);
        assertThat(heard.of(MailboxStopped.class, mailbox).getFirst().error())
                .isNotBlank()
                .doesNotContain(MailServer.PASSWORD);
        assertThat(errand.health(mailbox).alarmedAt()).isNotNull();

        account.password(MailServer.PASSWORD);
        account.deliver(1, 1);
        await(() -> errand.count(mailbox) == 1);
        await(() -> heard.of(MailboxBack.class, mailbox).size() == 1);
        assertThat(errand.health(mailbox).alarmedAt()).isNull();
        assertThat(errand.health(mailbox).lastError()).isEmpty();
    }

    @Test
    void a_server_that_was_down_is_found_again() throws IOException {
        try (var nobody = Wire.to(1);
                var wire = Wire.to(server.port(Protocol.POP3))) {
            var account = server.account();
            account.deliver(1, 2);
            var mailbox = errand.mailbox(Protocol.POP3, nobody.port(), account, new Afterwards.Delete());
            node();
            await(() -> heard.of(MailboxStopped.class, mailbox).size() == 1);

            errand.callAt(mailbox, wire.port());

            await(() -> errand.count(mailbox) == 2
                    && heard.of(MailboxBack.class, mailbox).size() == 1);
        }
    }

    @Test
    void what_came_through_the_pipe_is_called_out_by_the_desk() throws IOException {
        var brought = mailboxes.brought();
        var before = heard.of(MailArrived.class, brought).size();
        piping.take(new ByteArrayInputStream("Subject: dal tubo\r\n\r\nx\r\n".getBytes(US_ASCII)));
        assertThat(heard.of(MailArrived.class, brought)).hasSize(before);

        node();

        await(() -> heard.of(MailArrived.class, brought).size() == before + 1);
    }

    private String owner(MailboxId mailbox) {
        return db.sql("select coalesce(lease_owner, '') from mailbox where id = :id")
                .param("id", mailbox.value())
                .query(String.class)
                .single();
    }

    private long token(MailboxId mailbox) {
        return db.sql("select lease_token from mailbox where id = :id")
                .param("id", mailbox.value())
                .query(Long.class)
                .single();
    }

    private static void await(BooleanSupplier wish) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!wish.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
