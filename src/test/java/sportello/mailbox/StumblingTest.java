package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail that cannot be had does not hold up those that come after it. */
@Ground
class StumblingTest {
    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    Arrivals arrivals;

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
    void of_a_mail_at_which_the_line_always_breaks_the_head_is_put_aside_and_the_next_arrives(Protocol protocol)
            throws IOException {
        var account = threeMails();
        var mailbox = mailboxThatBreaksAt("richiesta numero 2", protocol, account);
        for (var time = 0; time < 3; time++)
            assertThat(errand.fetchIfPossible(mailbox)).isFalse();
        assertThat(errand.arrived(mailbox)).containsExactly(MailServer.mail(1));

        errand.fetch(mailbox);
        errand.fetch(mailbox);

        var aside = onlyOneAside(mailbox);
        assertThat(errand.arrived(mailbox)).hasSize(3).contains(MailServer.mail(1), MailServer.mail(3));
        assertThat(errand.arrived(mailbox).get(1))
                .contains("Subject: Richiesta 2")
                .doesNotContain("Buongiorno");
        assertThat(aside.detail()).isNotEmpty();
        assertThat(arrivals.again(aside.id())).isFalse();
        assertThat(account.inbox().getMessageCount()).as("it stays where it is").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMAP", "POP3"})
    void where_not_even_the_head_can_be_had_a_note_says_which_mail_it_is(Protocol protocol) throws IOException {
        var account = threeMails();
        var mailbox = mailboxThatBreaksAt("Subject: Richiesta 2", protocol, account);
        for (var time = 0; time < 6; time++)
            assertThat(errand.fetchIfPossible(mailbox)).isFalse();

        errand.fetch(mailbox);

        onlyOneAside(mailbox);
        assertThat(errand.arrived(mailbox)).hasSize(3).contains(MailServer.mail(1), MailServer.mail(3));
        assertThat(errand.arrived(mailbox).get(1)).startsWith("UID ");
    }

    /** The library passes over an answer that it does not understand, as if the mail were not there. */
    @Test
    void a_mail_that_the_server_hands_over_in_words_that_nobody_understands_is_put_aside() throws IOException {
        imap.twist("\\* 2 FETCH", "* 2 FETSCH");
        var mailbox = errand.mailbox(Protocol.IMAP, imap.port(), threeMails(), new Afterwards.Delete());
        for (var time = 0; time < 6; time++)
            assertThat(errand.fetchIfPossible(mailbox)).isFalse();

        errand.fetch(mailbox);

        onlyOneAside(mailbox);
        assertThat(errand.arrived(mailbox)).hasSize(3).contains(MailServer.mail(1), MailServer.mail(3));
        assertThat(errand.arrived(mailbox).get(1)).startsWith("UID 2");
    }

    @Test
    void a_mail_that_comes_through_in_the_end_is_whole_and_nothing_is_held_against_it() throws IOException {
        var mailbox = mailboxThatBreaksAt("richiesta numero 2", Protocol.IMAP, threeMails());
        for (var time = 0; time < 2; time++) errand.fetchIfPossible(mailbox);
        imap.heal();

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).containsExactly(MailServer.mail(1), MailServer.mail(2), MailServer.mail(3));
        assertThat(db.sql("select count(*) from mailbox_stumble where mailbox_id = :mailbox")
                        .param("mailbox", mailbox.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_fault_of_the_house_is_no_mails_fault_however_often_it_comes() throws IOException {
        var mailbox = errand.mailbox(Protocol.IMAP, threeMails(), new Afterwards.Leave());
        db.sql("""
                create function refuse_arrival() returns trigger language plpgsql as $$
                begin
                    raise exception 'no room' using errcode = '53100';
                end $$
                """).update();
        db.sql("create trigger refusing before insert on arrival for each row execute function refuse_arrival()")
                .update();
        try {
            for (var time = 0; time < 8; time++)
                assertThat(errand.fetchIfPossible(mailbox)).isFalse();
        } finally {
            db.sql("drop trigger refusing on arrival").update();
            db.sql("drop function refuse_arrival()").update();
        }

        errand.fetch(mailbox);

        assertThat(errand.arrived(mailbox)).containsExactly(MailServer.mail(1), MailServer.mail(2), MailServer.mail(3));
    }

    private MailServer.Account threeMails() {
        var account = server.account();
        account.deliver(1, 3);
        return account;
    }

    private MailboxId mailboxThatBreaksAt(String words, Protocol protocol, MailServer.Account account) {
        var wire = protocol == Protocol.IMAP ? imap : pop3;
        wire.breakAt(words);
        return errand.mailbox(protocol, wire.port(), account, new Afterwards.Delete());
    }

    private Arrival onlyOneAside(MailboxId mailbox) {
        var called = heard.of(MailQuarantined.class, mailbox);
        assertThat(called).hasSize(1);
        var aside = arrivals.find(called.getFirst().arrival()).orElseThrow();
        assertThat(aside.state()).isEqualTo(Arrival.State.QUARANTINED);
        assertThat(aside.reason()).isEqualTo(Arrival.UNFETCHABLE);
        return aside;
    }
}
