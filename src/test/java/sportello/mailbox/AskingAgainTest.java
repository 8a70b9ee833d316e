package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.jobs.Jobs;

/** A mail at which a bad line broke again and again comes by itself when the line is good again. */
@Ground
class AskingAgainTest {
    private static final int ENOUGH_TO_BE_PUT_ASIDE = 7;
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    FetchingAgain fetching;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient db;

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

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void it_is_kept_whole_and_deleted_there_like_any_other(Protocol protocol) throws Exception {
        var wire = protocol == Protocol.IMAP ? imap : pop3;
        var account = server.account();
        var mailbox = errand.mailbox(protocol, wire.port(), account, new Afterwards.Delete());
        var aside = putAside(wire, mailbox, account);
        assertThat(isStaged(aside)).isTrue();

        wire.heal();
        jobs.hasten(List.of(AskingAgainJob.of(aside)));
        var end = System.nanoTime() + IN_TIME.toNanos();
        while (isStaged(aside) && System.nanoTime() < end) Thread.sleep(50);

        assertThat(errand.arrived(mailbox)).containsExactly(MailServer.mail(1));
        assertThat(heard.of(MailArrived.class, mailbox)).hasSize(1);
        errand.fetch(mailbox);
        assertThat(account.inbox().getMessageCount()).isZero();
        assertThat(errand.count(mailbox)).isEqualTo(1);
    }

    @Test
    void while_the_line_is_bad_it_is_asked_for_ever_more_rarely_and_for_five_days() throws IOException {
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.IMAP, imap.port(), account, new Afterwards.Leave());
        var aside = putAside(imap, mailbox, account);

        assertThat(nextAfter(Duration.ofSeconds(1), aside)).contains(Duration.ofMinutes(5));
        assertThat(nextAfter(Duration.ofMinutes(40), aside)).contains(Duration.ofMinutes(40));
        assertThat(nextAfter(Duration.ofDays(2), aside)).contains(Duration.ofHours(6));
        assertThat(nextAfter(Duration.ofDays(5).plusSeconds(1), aside)).isEmpty();
        assertThat(arrivals.find(aside).orElseThrow().state())
                .as("it stays for a person to decide")
                .isEqualTo(Arrival.State.QUARANTINED);
    }

    @Test
    void nobody_asks_for_a_mail_that_lies_there_no_more_or_that_a_person_gave_up() throws IOException {
        var account = server.account();
        var mailbox = errand.mailbox(Protocol.IMAP, imap.port(), account, new Afterwards.Leave());
        var aside = putAside(imap, mailbox, account);
        arrivals.discard(aside, "doppia", "Anna Riva");
        assertThat(nextAfter(Duration.ofMinutes(5), aside)).isEmpty();

        var other = server.account();
        var gone = putAside(imap, errand.mailbox(Protocol.IMAP, imap.port(), other, new Afterwards.Leave()), other);
        imap.heal();
        other.inbox().deleteAllMessages();
        assertThat(nextAfter(Duration.ofMinutes(5), gone)).isEmpty();
    }

    /** Not even its head can be had. */
    private ArrivalId putAside(Wire wire, MailboxId mailbox, MailServer.Account account) {
        account.deliver(1, 1);
        wire.breakAt("Subject: Richiesta 1");
        for (var time = 0; time < ENOUGH_TO_BE_PUT_ASIDE; time++) errand.fetchIfPossible(mailbox);
        return heard.of(MailQuarantined.class, mailbox).getFirst().arrival();
    }

    private Optional<Duration> nextAfter(Duration waited, ArrivalId aside) {
        var came = arrivals.find(aside).orElseThrow().arrivedAt();
        var then = Clock.fixed(came.plus(waited), ZoneOffset.UTC);
        return new AskingAgain(fetching, arrivals, jobs, then)
                .ask(aside)
                .map(at -> Duration.between(came.plus(waited), at));
    }

    private boolean isStaged(ArrivalId aside) {
        return db.sql("select exists (select 1 from scheduled_tasks where task_name = :name and task_instance = :id)")
                .param("name", AskingAgainJob.of(aside).getTaskName())
                .param("id", AskingAgainJob.of(aside).getId())
                .query(Boolean.class)
                .single();
    }
}
