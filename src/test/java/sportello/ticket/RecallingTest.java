package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.mail.Addressees;
import sportello.mail.Recipient;

/** A mail leaves a little later; until then its author can take it back. */
@SportelloTest
@Transactional
class RecallingTest {
    private static final Recipient DITTA = new Recipient("Ditta Neri", "ditta@neri.example");

    @Autowired
    private JdbcClient db;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Answering answering;

    @Autowired
    private Redirecting redirecting;

    @Autowired
    private Recalling recalling;

    @Autowired
    private Drafts drafts;

    private Scene scene;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        scene = Scene.on(beans);
        number = scene.library();
    }

    @Test
    void an_answer_leaves_ten_seconds_later() {
        answer();

        assertThat(db.sql("""
                        select l.leaves_at - l.created_at = interval '10 s'
                               and j.execution_time = l.leaves_at
                          from letter l
                          join scheduled_tasks j on j.task_name = 'send-letter' and j.task_instance = l.id::text
                         where l.to_address = 'ditta@neri.example'
                        """).query(Boolean.class).single()).isTrue();
    }

    @Test
    void what_is_recalled_never_leaves_and_the_customer_reads_it_no_more() {
        answer();
        done(recalling.recall(number, latest(), scene.as(LAURA)));

        assertThat(stateOfTheLetter()).isEqualTo("recalled");
        assertThat(db.sql(
                                "select visible or recalled_at is null or minutes is not null from article order by id desc limit 1")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(scene.types(number)).endsWith("Answered", "Recalled");
    }

    @Test
    void the_lock_stays_and_what_was_written_is_a_draft_again() {
        var trace = answer();
        var mailed = java.util.Objects.requireNonNull(trace.mailed());
        drafts.sent(number, DraftKind.ANSWER, 1, Map.of("text", "Fatto."), mailed, scene.as(LAURA));
        assertThat(draft()).as("what was sent is no draft").isEmpty();

        done(recalling.recall(number, latest(), scene.as(LAURA)));

        assertThat(draft()).containsExactly("Fatto. " + latest());
        assertThat(ticket()).isEqualTo("2 true");
    }

    @Test
    void what_was_closed_by_it_is_open_again_in_its_authors_hands() {
        done(answering.answer(
                number, scene.version(number), 1, mail(), new Sequel.Close(State.CLOSED_SUCCESSFUL), scene.as(LAURA)));
        done(recalling.recall(number, latest(), scene.as(LAURA)));

        assertThat(ticket()).isEqualTo("2 true");
        assertThat(scene.types(number)).contains("Closed").endsWith("StateChanged", "Locked", "Recalled");
    }

    @Test
    void what_is_being_handed_over_or_was_recalled_cannot_be_taken_back() {
        answer();
        db.sql("update letter set attempts = 1 where to_address = 'ditta@neri.example'")
                .update();
        assertThat(refusal(recalling.recall(number, latest(), scene.as(LAURA))).message())
                .isEqualTo("recall.too_late");
        assertThat(stateOfTheLetter()).isEqualTo("waiting");

        db.sql("update letter set attempts = 0 where to_address = 'ditta@neri.example'")
                .update();
        done(recalling.recall(number, latest(), scene.as(LAURA)));
        assertThat(refusal(recalling.recall(number, latest(), scene.as(LAURA))).message())
                .isEqualTo("recall.not_own");
    }

    @Test
    void nobody_takes_back_what_somebody_else_wrote() {
        answer();
        assertThat(refusal(recalling.recall(number, latest(), scene.as(MARIO))).message())
                .isEqualTo("recall.not_own");
        assertThat(refusal(recalling.recall(number, 1, scene.as(LAURA))).message())
                .isEqualTo("recall.not_own");
    }

    @Test
    void what_was_passed_on_can_be_taken_back_too() {
        done(redirecting.redirect(number, scene.version(number), 1, DITTA, scene.as(LAURA)));
        done(recalling.recall(number, latest(), scene.as(LAURA)));
        assertThat(stateOfTheLetter()).isEqualTo("recalled");
    }

    private Trace answer() {
        return done(answering.answer(number, scene.version(number), 1, mail(), scene.as(LAURA)));
    }

    private static Mail mail() {
        return new Mail(
                Addressees.only(DITTA), new Title("Orario"), new Message("Fatto."), Uploads.NONE, done(Spent.of("5")));
    }

    private List<String> draft() {
        return db.sql("select content ->> 'text' || ' ' || (content ->> 'recalled') from draft where sent_as is null")
                .query(String.class)
                .list();
    }

    private String stateOfTheLetter() {
        return db.sql("select state from letter where to_address = 'ditta@neri.example'")
                .query(String.class)
                .single();
    }

    private String ticket() {
        return db.sql("select state_id || ' ' || (locked_at is not null) from ticket where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private int latest() {
        return db.sql("""
                select max(no)
                  from article
                 where channel = 'email' and ticket_id = (select id from ticket where number = :number)
                """).param("number", number.value()).query(Integer.class).single();
    }
}
