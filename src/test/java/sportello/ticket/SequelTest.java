package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.mail.Addressees;
import sportello.mail.Recipient;

/** What becomes of a ticket with the mail that is written on it ("Poi il ticket"). */
@SportelloTest
@Transactional
class SequelTest {
    private static final Instant LATER = Instant.now().plus(Duration.ofDays(2));

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Answering answering;

    @Autowired
    private Mailing mailing;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        number = done(opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT),
                Uploads.NONE));
    }

    @Test
    void an_answer_can_leave_the_ticket_waiting_in_its_authors_hands() {
        done(answer(new Sequel.Wait(State.PENDING_REMINDER, LATER)));

        assertThat(ticket()).isEqualTo("4 true true");
        assertThat(types()).endsWith("locked", "answered", "state_changed", "postponed");
    }

    @Test
    void an_answer_can_close_without_success_and_leaves_the_duty_to_say_why() {
        done(answer(new Sequel.Close(false)));

        assertThat(ticket()).isEqualTo("8 false false");
        assertThat(types()).endsWith("answered", "state_changed", "closed");
    }

    @Test
    void a_mail_to_others_can_close_too() {
        done(mailing.mail(number, version(), mail(), false, new Sequel.Close(true), cast.as(LAURA)));

        assertThat(ticket()).isEqualTo("7 false false");
        assertThat(types()).endsWith("mailed", "state_changed", "closed");
    }

    @Test
    void where_the_ticket_cannot_wait_like_that_nothing_is_sent() {
        assertThat(refusal(answer(new Sequel.Wait(State.PENDING_REMINDER, Instant.EPOCH))))
                .isEqualTo("pending.past");
        assertThat(refusal(answer(new Sequel.Wait(State.OPEN, LATER)))).isEqualTo("pending.unchosen");
        assertThat(refusal(answering.answer(number, version(), 1, mail(), new Sequel.Close(true), cast.as(NADIA))))
                .isEqualTo("ticket.no_permission");
        assertThat(types()).doesNotContain("answered", "locked");
        assertThat(db.sql("select count(*) from letter where to_address = 'ditta@neri.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Outcome<Trace> answer(Sequel sequel) {
        return answering.answer(number, version(), 1, mail(), sequel, cast.as(LAURA));
    }

    private static Mail mail() {
        return new Mail(
                Addressees.only(new Recipient("Ditta Neri", "ditta@neri.example")),
                new Title("Orario"),
                new Message("Fatto."),
                Uploads.NONE);
    }

    private String ticket() {
        return db.sql("""
                select state_id || ' ' || (locked_at is not null) || ' ' || (pending_until is not null)
                  from ticket
                 where number = :number
                """).param("number", number.value()).query(String.class).single();
    }

    private List<String> types() {
        return db.sql("""
                select type
                  from ticket_history
                 where ticket_id = (select id from ticket where number = :number)
                 order by no
                """).param("number", number.value()).query(String.class).list();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    private static String refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var why)) return why.message();
        throw new AssertionError("not refused");
    }
}
