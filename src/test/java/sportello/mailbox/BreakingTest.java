package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.base.Tripwire;
import sportello.bench.Tally;

/** Whatever breaks, wherever it breaks: nothing is lost and nothing doubled. */
@Ground
class BreakingTest {
    private static final int SOME = 15;
    private static final int STRIDE = 23;
    private static final int WHOLE_EACH = 10;

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Tripwire tripwire;

    @Autowired
    Heard heard;

    @Autowired
    AskingAgain asking;

    private final Random chance = new Random(4);

    private Wire imap;
    private Wire pop3;

    @BeforeEach
    void lay() throws IOException {
        imap = Wire.to(server.port(Protocol.IMAP));
        pop3 = Wire.to(server.port(Protocol.POP3));
    }

    @AfterEach
    void cut() throws IOException {
        imap.close();
        pop3.close();
    }

    enum Harm {
        /** As if the process were gone: nothing is tidied up. */
        HALT,
        EXCEPTION,
        /** Longer than the lease: another has taken over. */
        SLEEP
    }

    /** Every step by its nature: a new one is broken here as soon as it exists. */
    static List<Arguments> everyStepInEveryWay() {
        return List.of(Step.values()).stream()
                .flatMap(step -> List.of(Harm.values()).stream().map(harm -> Arguments.of(step, harm)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryWay")
    void a_fetch_that_breaks_at_any_step_is_taken_up_where_it_broke(Step step, Harm harm) throws IOException {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            var account = server.account();
            account.deliver(1, 4);
            var mailbox = errand.mailbox(protocol, account, new Afterwards.Delete());
            tripwire.at(step, () -> {
                switch (harm) {
                    case HALT -> throw new Tripwire.Halt();
                    case EXCEPTION -> throw new IllegalStateException("broken at " + step);
                    case SLEEP -> errand.lease(mailbox);
                }
            });

            try {
                errand.fetchIfPossible(mailbox);
            } catch (Tripwire.Halt gone) {
                // somebody else goes on
            }
            assertThat(tripwire.hasGone()).as("%s was reached", step).isTrue();
            errand.fetch(mailbox);

            assertExactly(mailbox, account, 4);
            Tally.proven("R3 %s %s %s".formatted(protocol, step, harm), 1, 4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void a_line_that_breaks_here_and_there_in_a_talk_loses_and_doubles_nothing(Protocol protocol) throws IOException {
        breakEach(protocol, STRIDE);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    @Tag("drill")
    void a_line_that_breaks_at_any_byte_of_a_talk_loses_and_doubles_nothing(Protocol protocol) throws IOException {
        breakEach(protocol, 1);
    }

    /** @param stride in bytes */
    private void breakEach(Protocol protocol, int stride) throws IOException {
        var wire = wire(protocol);
        var talk = lengthOfATalk(protocol);
        assertThat(talk).isGreaterThan(500);

        var cuts = 0;
        for (var bytes = 0L; bytes < talk; bytes += stride, cuts++) {
            var account = server.account();
            account.deliver(1, 2);
            var mailbox = errand.mailbox(protocol, wire.port(), account, new Afterwards.Delete());
            wire.breakAfter(bytes);
            errand.fetchIfPossible(mailbox);
            wire.heal();
            errand.fetch(mailbox);
            errand.fetch(mailbox);

            assertExactly(mailbox, account, 2);
        }
        Tally.proven(protocol == Protocol.POP3 ? "R4 R9 POP3" : "R4 IMAP", cuts, 2L * cuts);
    }

    @Test
    void sessions_that_break_before_the_server_hears_their_end_double_nothing() throws IOException {
        breakSessions(40, new Afterwards.Delete());
    }

    @Test
    @Tag("drill")
    void a_thousand_sessions_that_break_before_the_server_hears_their_end_double_nothing() throws IOException {
        breakSessions(500, new Afterwards.Delete());
        breakSessions(500, new Afterwards.Leave());
    }

    /**
     * The server forgets what a session deleted that broke off: its mails lie there again, and new ones beside them. Those at
     * which three sessions in a row broke are asked for once more, as they are in a house after some minutes.
     */
    private void breakSessions(int sessions, Afterwards afterwards) throws IOException {
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.POP3, pop3.port(), account, afterwards);
        var talk = lengthOfATalk(Protocol.POP3);
        var mails = 0;
        for (var broken = 0; broken < sessions; ) {
            mails++;
            account.deliver(mails, mails);
            pop3.breakAfter(chance.nextLong(talk));
            if (!errand.fetchIfPossible(mailbox)) broken++;
            if (mails % WHOLE_EACH == 0) talk = lengthOfAWholeTalk(mailbox);
        }
        pop3.heal();
        for (var aside : heard.of(MailQuarantined.class, mailbox)) asking.ask(aside.arrival());
        lengthOfAWholeTalk(mailbox);

        assertThat(errand.arrived(mailbox))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, mails)
                        .mapToObj(MailServer::mail)
                        .toList());
        Tally.proven("R9 " + afterwards.getClass().getSimpleName(), sessions, mails);
    }

    private long lengthOfAWholeTalk(MailboxId mailbox) throws IOException {
        pop3.heal();
        errand.fetch(mailbox);
        return pop3.passed();
    }

    private long lengthOfATalk(Protocol protocol) throws IOException {
        var account = server.account();
        account.deliver(1, 2);
        var mailbox = errand.mailbox(protocol, wire(protocol).port(), account, new Afterwards.Delete());
        wire(protocol).breakAfter(Long.MAX_VALUE);
        errand.fetch(mailbox);
        return wire(protocol).passed();
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void a_big_mail_that_breaks_off_is_never_half_an_arrival(Protocol protocol) throws IOException {
        var wire = wire(protocol);
        var mail =
                MailServer.mail(1) + "0123456789abcdef".repeat(4).concat("\r\n").repeat(16_000);
        for (var time = 0; time < SOME; time++) {
            var account = server.account();
            account.deliver(mail);
            var mailbox = errand.mailbox(protocol, wire.port(), account, new Afterwards.Leave());
            wire.breakAfter(chance.nextLong(mail.length()));
            var whole = errand.fetchIfPossible(mailbox);
            assertThat(whole).isFalse();
            assertThat(errand.count(mailbox)).isZero();
            wire.heal();
            errand.fetch(mailbox);

            assertThat(errand.arrived(mailbox)).containsExactly(mail);
        }
    }

    private Wire wire(Protocol protocol) {
        return protocol == Protocol.IMAP ? imap : pop3;
    }

    private void assertExactly(MailboxId mailbox, MailServer.Account account, int count) {
        assertThat(errand.arrived(mailbox))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count)
                        .mapToObj(MailServer::mail)
                        .toList());
        assertThat(account.inbox().getMessageCount()).isZero();
    }
}
