package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.Flags;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import sportello.bench.Tally;

/** Mail from a real server: everything arrives, once, as it is. */
@Ground
class FetchingTest {
    private static final Afterwards LEAVE = new Afterwards.Leave();
    private static final Afterwards DELETE = new Afterwards.Delete();

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    Arrivals arrivals;

    @Autowired
    TransactionOperations transaction;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101})
    void a_mailbox_of_any_size_arrives_whole_and_in_order(int size) throws IOException {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            var account = server.account();
            account.deliver(1, size);
            var mailbox = errand.mailbox(protocol, account, LEAVE);

            errand.fetch(mailbox);
            errand.fetch(mailbox);

            assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, size));
            assertThat(heard.of(MailArrived.class, mailbox)).hasSize(size);
            assertThat(account.inbox().getMessageCount()).isEqualTo(size);
        }
    }

    @Test
    void hundreds_arrive_and_what_comes_later_too() throws IOException {
        var account = server.account();
        account.deliver(1, 300);
        var mailbox = errand.mailbox(Protocol.IMAP, account, DELETE);

        errand.fetch(mailbox);
        account.deliver(301, 303);
        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 303));
        assertThat(account.inbox().getMessageCount()).isZero();
        assertThat(errand.health(mailbox).backlog()).isZero();
    }

    /** The server tells of it with its answer to whatever else is asked, and then never again. */
    @Test
    void what_comes_between_the_look_and_the_wait_is_not_waited_for() throws IOException {
        var account = server.account();
        account.deliver(1, 2);
        try (var wire = Wire.to(server.port(Protocol.IMAP));
                var box = errand.box(errand.mailbox(Protocol.IMAP, wire.port(), account, LEAVE))) {
            assertThat(box.waiting(0, Set.of())).hasSize(2);
            account.deliver(3, 3);
            box.take("99", OutputStream.nullOutputStream(), 1);

            var told = wire.passed();
            box.awaitMail();
            assertThat(wire.passed()).isEqualTo(told);
            assertThat(box.waiting(0, Set.of())).hasSize(3);
        }
    }

    /** Some servers count before they tell which have gone: one has come and one has gone, and there are as many as before. */
    @Test
    void what_comes_while_another_goes_is_not_waited_for() throws IOException {
        var account = server.account();
        account.deliver(1, 1);
        try (var wire = Wire.to(server.port(Protocol.IMAP));
                var box = errand.box(errand.mailbox(Protocol.IMAP, wire.port(), account, DELETE))) {
            var first = Set.copyOf(box.waiting(0, Set.of()));
            wire.twist("\\* 1 EXPUNGE", "* 1 EXISTS\r\n* 1 EXPUNGE");
            box.clear(first, DELETE);

            var told = wire.passed();
            box.awaitMail();
            assertThat(wire.passed()).isEqualTo(told);
        }
    }

    /** Between our wish to wait and its word that it does. */
    @Test
    void what_comes_as_the_wait_begins_is_not_waited_for() throws IOException {
        try (var wire = Wire.to(server.port(Protocol.IMAP));
                var box = patientBox(wire, Duration.ofMinutes(1))) {
            wire.twist("(?s)^\\+ ", "* 1 EXISTS\r\n+ ");
            var goesOn = assertTimeoutPreemptively(Duration.ofSeconds(30), box::awaitMail);
            assertThat(goesOn).isTrue();
        }
    }

    @Test
    void a_server_that_stays_on_the_line_and_says_nothing_has_failed_and_one_that_hangs_up_has_not()
            throws IOException {
        try (var wire = Wire.to(server.port(Protocol.IMAP));
                var silent = patientBox(wire, Duration.ofMillis(500));
                var left = patientBox(wire, Duration.ofMillis(500))) {
            assertThat(silent.awaitMail()).isTrue();
            wire.breakAfter(0);
            assertThat(left.awaitMail()).isFalse();
            wire.heal();

            // it never hears that we wait no longer
            wire.twist("(?s)^DONE.*", "");
            assertThatThrownBy(silent::awaitMail).hasMessage("no answer in time");
        }
    }

    private OpenBox patientBox(Wire wire, Duration reading) throws IOException {
        var access = new Access(
                Protocol.IMAP,
                MailServer.HERE,
                wire.port(),
                Security.NONE,
                "",
                server.account().name(),
                Access.INBOX);
        return new Connecting(OtherLimits.reading(Limits.USUAL, reading))
                .open(access, Login.byPassword(MailServer.PASSWORD), false, new Patience(Thread.currentThread()));
    }

    @Test
    void a_mail_moves_to_a_folder_that_is_made_for_it() throws IOException {
        var account = server.account();
        account.deliver(1, 3);
        var mailbox = errand.mailbox(Protocol.IMAP, account, new Afterwards.Move("Lette dal desk"));

        errand.fetch(mailbox);
        account.deliver(4, 5);
        errand.fetch(mailbox);

        assertThat(account.inbox().getMessageCount()).isZero();
        assertThat(account.folder("Lette dal desk").getMessageCount()).isEqualTo(5);
        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 5));
    }

    @Test
    void a_server_that_cannot_move_copies_and_deletes() throws IOException {
        var account = server.account();
        account.deliver(1, 3);

        try (var wire = withoutMove()) {
            errand.fetch(errand.mailbox(Protocol.IMAP, wire.port(), account, new Afterwards.Move("Lette")));
        }

        assertThat(account.inbox().getMessageCount()).isZero();
        assertThat(account.folder("Lette").getMessageCount()).isEqualTo(3);
    }

    /** A folder shared with us to be read, or one whose mails another must throw away: they would be copied for ever. */
    @Test
    void what_may_not_be_deleted_is_not_copied_again_and_again() throws IOException {
        var account = server.account();
        account.deliver(1, 3);
        try (var wire = withoutMove().twist("SELECT \"", "EXAMINE \"").twist("SELECT INBOX", "EXAMINE INBOX")) {
            var mailbox = errand.mailbox(Protocol.IMAP, wire.port(), account, new Afterwards.Move("Lette"));
            for (var look = 0; look < 3; look++)
                assertThatThrownBy(() -> errand.fetch(mailbox)).hasMessageContaining("can only be read");
            assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 3));
        }
        try (var wire = withoutMove().twist("UID EXPUNGE [0-9,:]+", "NOOP").twist("OK NOOP", "NO [NOPERM]")) {
            var mailbox = errand.mailbox(Protocol.IMAP, wire.port(), account, new Afterwards.Move("Lette"));
            for (var look = 0; look < 3; look++)
                assertThatThrownBy(() -> errand.fetch(mailbox)).hasMessageContaining("NOPERM");
        }

        assertThat(account.inbox().getMessageCount()).isEqualTo(3);
        assertThat(account.folder("Lette").getMessageCount()).isEqualTo(3);
    }

    private Wire withoutMove() throws IOException {
        return Wire.to(server.port(Protocol.IMAP)).twist(" MOVE ", " ");
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void a_mail_is_deleted_once_it_is_kept(Protocol protocol) throws IOException {
        var account = server.account();
        account.deliver(1, 3);
        var mailbox = errand.mailbox(protocol, account, DELETE);

        errand.fetch(mailbox);

        assertThat(account.inbox().getMessageCount()).isZero();
        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 3));
    }

    @Test
    void fetching_marks_nothing_as_read_and_reads_what_others_have_read() throws Exception {
        var account = server.account();
        account.deliver(1, 3);
        setFlag(account, Flags.Flag.SEEN, 2);
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 3));
        assertThat(account.inbox().getUnseenCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20})
    void others_expunge_and_copy_back_between_two_looks(int count) throws Exception {
        var account = server.account();
        account.deliver(1, count);
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);
        errand.fetch(mailbox);
        setFlag(account, Flags.Flag.DELETED, 1);
        account.inbox().copyMessage(account.inbox().getMessageUids()[count - 1], account.inbox());
        account.inbox().expunge();
        account.deliver(count + 1, count + 2);

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, count + 2));
        Tally.proven("R5 copied back", 1, count + 2);
    }

    @Test
    void every_second_mail_that_others_remove_while_we_fetch_costs_no_other() throws Exception {
        var account = server.account();
        account.deliver(1, 20);
        var mailbox = errand.mailbox(Protocol.IMAP, account, DELETE);
        for (var number = 1; number <= 20; number += 2) setFlag(account, Flags.Flag.DELETED, number);
        account.inbox().expunge();

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox))
                .isEqualTo(IntStream.rangeClosed(1, 10)
                        .mapToObj(half -> MailServer.mail(2 * half))
                        .toList());
        assertThat(account.inbox().getMessageCount()).isZero();
    }

    @Test
    void new_numbers_for_old_mails_double_nothing() throws Exception {
        var account = server.account();
        account.deliver(1, 5);
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);
        errand.fetch(mailbox);

        account.renumber(4711);
        account.deliver(6, 7);
        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 7));
        Tally.proven("R5 renumbered", 1, 7);
    }

    /** By erasure or retention: that it came is all that is left of it. */
    @Test
    void what_was_forgotten_is_no_new_mail_under_a_new_number() throws Exception {
        var account = server.account();
        account.deliver(1, 2);
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);
        errand.fetch(mailbox);
        var first = List.of(heard.of(MailArrived.class, mailbox).getFirst().arrival());
        for (var sentence : List.of("Cancellata.", "Cancellata di nuovo."))
            transaction.executeWithoutResult(status -> arrivals.forget(first, sentence));

        account.renumber(4711);
        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox))
                .hasSize(2)
                .contains(MailServer.mail(2))
                .doesNotContain(MailServer.mail(1));
    }

    @Test
    void a_restored_mailbox_gives_old_numbers_to_new_mails_and_none_is_lost() throws Exception {
        var account = server.account();
        account.deliver(1, 5);
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);
        errand.fetch(mailbox);

        account.inbox().deleteAllMessages();
        account.restore(1);
        account.deliver(1, 2);
        account.deliver(8, 9);
        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox))
                .contains(MailServer.mail(8), MailServer.mail(9))
                .hasSize(7);
        Tally.proven("R5 restored", 1, 7);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void the_same_bytes_ten_times_arrive_once_and_all_go(Protocol protocol) throws IOException {
        var account = server.account();
        for (var time = 0; time < 10; time++) account.deliver(MailServer.mail(1));
        var mailbox = errand.mailbox(protocol, account, DELETE);

        errand.fetch(mailbox);
        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).containsExactly(MailServer.mail(1));
        assertThat(heard.of(MailArrived.class, mailbox)).hasSize(1);
        assertThat(account.inbox().getMessageCount()).isZero();
        Tally.proven("R10 " + protocol + " ten times", 9, 1);
    }

    @Test
    void what_only_shares_a_message_id_or_has_none_is_never_swallowed() throws IOException {
        var account = server.account();
        account.deliver(MailServer.mail(1));
        account.deliver(MailServer.mail(1) + "Un'altra riga.\r\n");
        account.deliver("Subject: senza id\r\n\r\nuno\r\n");
        account.deliver("Subject: senza id\r\n\r\ndue\r\n");
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).hasSize(4).doesNotHaveDuplicates();
        Tally.proven("R10 alike", 2, 4);
    }

    @Test
    void a_mail_to_two_of_our_mailboxes_arrives_in_both() throws IOException {
        var first = server.account();
        var second = server.account();
        first.deliver(MailServer.mail(1));
        second.deliver(MailServer.mail(1));
        var one = errand.mailbox(Protocol.IMAP, first, DELETE);
        var other = errand.mailbox(Protocol.POP3, second, DELETE);

        errand.fetch(one);
        errand.fetch(other);

        assertThat(errand.arrived(one)).containsExactly(MailServer.mail(1));
        assertThat(errand.arrived(other)).containsExactly(MailServer.mail(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void of_a_mail_that_is_too_large_the_head_is_kept_and_the_others_go_on(Protocol protocol) throws IOException {
        var account = server.account();
        account.deliver(MailServer.mail(1));
        account.deliver(MailServer.mail(2) + "x".repeat(78).concat("\r\n").repeat(80_000));
        account.deliver(MailServer.mail(3));
        var mailbox = errand.mailbox(protocol, account, DELETE);

        errand.fetch(mailbox);
        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).hasSize(3).contains(MailServer.mail(1), MailServer.mail(3));
        assertThat(errand.arrived(mailbox).get(1))
                .contains("Subject: Richiesta 2")
                .doesNotContain("Buongiorno");
        var quarantined = heard.of(MailQuarantined.class, mailbox);
        assertThat(quarantined).hasSize(1);
        var large = arrivals.find(quarantined.getFirst().arrival()).orElseThrow();
        assertThat(large.state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(large.reason()).isEqualTo(Arrival.TOO_LARGE);
        assertThat(arrivals.again(large.id())).isFalse();
        assertThat(account.inbox().getMessageCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void five_megabytes_come_in_pieces(Protocol protocol) throws IOException {
        var account = server.account();
        var mail = MailServer.mail(1) + "y".repeat(78).concat("\r\n").repeat(65_536);
        account.deliver(mail);
        var mailbox = errand.mailbox(protocol, account, DELETE);

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).containsExactly(mail);
    }

    /** A piece may end exactly where the mail ends. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void a_mail_as_long_as_a_piece_is_whole(int more) throws IOException {
        var account = server.account();
        var head = "Subject: intera\r\n\r\n";
        var mail = head + "z".repeat(2 * Ground.HASTY.piece() - head.length() - 2 + more) + "\r\n";
        account.deliver(mail.getBytes(US_ASCII));
        var mailbox = errand.mailbox(Protocol.IMAP, account, LEAVE);

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).containsExactly(mail);
    }

    @Test
    void who_has_lost_the_lease_writes_nothing_more() throws IOException {
        var account = server.account();
        account.deliver(1, 3);
        var mailbox = errand.mailbox(Protocol.IMAP, account, DELETE);
        var late = errand.lease(mailbox);
        var current = errand.lease(mailbox);

        assertThatThrownBy(() -> errand.fetch(late)).isInstanceOf(LeaseLost.class);
        assertThat(errand.count(mailbox)).isZero();
        assertThat(account.inbox().getMessageCount()).isEqualTo(3);

        errand.fetch(current);
        assertThat(errand.arrived(mailbox)).isEqualTo(mails(1, 3));
    }

    private static void setFlag(MailServer.Account account, Flags.Flag flag, int number) throws FolderException {
        account.inbox().setFlags(new Flags(flag), true, account.inbox().getMessageUids()[number - 1], null, true);
    }

    private static List<String> mails(int from, int until) {
        return IntStream.rangeClosed(from, until).mapToObj(MailServer::mail).toList();
    }
}
