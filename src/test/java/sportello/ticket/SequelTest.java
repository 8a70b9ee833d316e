package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Grants;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
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
    private BeanFactory beans;

    @Autowired
    private Answering answering;

    @Autowired
    private Mailing mailing;

    private Scene scene;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        scene = Scene.on(beans);
        number = scene.library();
    }

    @Test
    void an_answer_can_leave_the_ticket_waiting_in_its_authors_hands() {
        done(answer(new Sequel.Wait(State.PENDING_REMINDER, LATER)));

        assertThat(ticket()).isEqualTo("4 true true");
        assertThat(scene.types(number)).endsWith("Locked", "Answered", "StateChanged", "Postponed");
    }

    @Test
    void an_answer_can_close_without_success_and_leaves_the_duty_to_say_why() {
        done(answer(new Sequel.Close(State.CLOSED_UNSUCCESSFUL)));

        assertThat(ticket()).isEqualTo("8 false false");
        assertThat(scene.types(number)).endsWith("Answered", "StateChanged", "Closed");
    }

    @Test
    void a_mail_to_others_can_close_too() {
        done(mailing.mail(
                number,
                scene.version(number),
                mail(),
                false,
                new Sequel.Close(State.CLOSED_SUCCESSFUL),
                scene.as(LAURA)));

        assertThat(ticket()).isEqualTo("7 false false");
        assertThat(scene.types(number)).endsWith("Mailed", "StateChanged", "Closed");
    }

    @Test
    void where_the_ticket_cannot_wait_like_that_nothing_is_sent() {
        assertThat(refusal(answer(new Sequel.Wait(State.PENDING_REMINDER, Instant.EPOCH)))
                        .message())
                .isEqualTo("pending.past");
        assertThat(refusal(answer(new Sequel.Wait(State.OPEN, LATER))).message())
                .isEqualTo("pending.unchosen");
        assertThat(refusal(answering.answer(
                                number,
                                scene.version(number),
                                1,
                                mail(),
                                new Sequel.Close(State.CLOSED_SUCCESSFUL),
                                scene.as(NADIA)))
                        .message())
                .isEqualTo("ticket.no_permission");
        assertThat(scene.types(number)).doesNotContain("Answered", "Locked");
        assertThat(db.sql("select count(*) from letter where to_address = 'ditta@neri.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_may_answer_alone_neither_ends_the_ticket_by_it_nor_takes_it_in_hand() {
        var nadia = holding(Permission.COMPOSE);
        assertThat(refusal(answer(new Sequel.Close(State.CLOSED_SUCCESSFUL), nadia)))
                .isEqualTo(new Refusal("ticket.no_permission", "close"));
        assertThat(refusal(answer(new Sequel.Wait(State.PENDING_REMINDER, LATER), nadia)))
                .isEqualTo(new Refusal("ticket.no_permission", "pending"));
        assertThat(refusal(answer(new Sequel.Close(State.CLOSED_SUCCESSFUL), holding(Permission.CLOSE))))
                .isEqualTo(new Refusal("ticket.no_permission", "compose"));
        done(answer(new Sequel.Stay(), nadia));
        assertThat(ticket()).isEqualTo("3 false false");
        done(answer(new Sequel.Close(State.CLOSED_SUCCESSFUL), holding(Permission.COMPOSE, Permission.CLOSE)));
        assertThat(ticket()).isEqualTo("7 false false");
    }

    /** Nadia, who reads the ticket and holds these keys there besides. */
    private AgentViewer holding(Permission... keys) {
        var group = db.sql("select q.group_id from ticket t join queue q on q.id = t.queue_id where t.number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        var held = EnumSet.of(Permission.RO, keys);
        return new AgentViewer(
                scene.as(NADIA).id(),
                "Nadia",
                "Costa",
                Language.ITALIAN,
                ZoneId.of("Europe/Rome"),
                "system",
                false,
                false,
                new Grants(Map.of(new GroupId(group), held)));
    }

    private Outcome<Trace> answer(Sequel sequel) {
        return answer(sequel, scene.as(LAURA));
    }

    private Outcome<Trace> answer(Sequel sequel, AgentViewer by) {
        return answering.answer(number, scene.version(number), 1, mail(), sequel, by);
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
}
