package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.util.List;
import java.util.Map;
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

/** A mail leaves a little later; until then its author can take it back. */
@SportelloTest
@Transactional
class RecallingTest {
    private static final Recipient DITTA = new Recipient("Ditta Neri", "ditta@neri.example");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Answering answering;

    @Autowired
    private Redirecting redirecting;

    @Autowired
    private Recalling recalling;

    @Autowired
    private Drafts drafts;

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
        done(recalling.recall(number, latest(), cast.as(LAURA)));

        assertThat(stateOfTheLetter()).isEqualTo("recalled");
        assertThat(db.sql(
                                "select visible or recalled_at is null or minutes is not null from article order by id desc limit 1")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(types()).endsWith("answered", "recalled");
    }

    @Test
    void the_lock_stays_and_what_was_written_is_a_draft_again() {
        var trace = answer();
        var mailed = java.util.Objects.requireNonNull(trace.mailed());
        drafts.sent(number, DraftKind.ANSWER, 1, Map.of("text", "Fatto."), mailed, cast.as(LAURA));
        assertThat(draft()).as("what was sent is no draft").isEmpty();

        done(recalling.recall(number, latest(), cast.as(LAURA)));

        assertThat(draft()).containsExactly("Fatto. " + latest());
        assertThat(ticket()).isEqualTo("2 true");
    }

    @Test
    void what_was_closed_by_it_is_open_again_in_its_authors_hands() {
        done(answering.answer(number, version(), 1, mail(), new Sequel.Close(true), cast.as(LAURA)));
        done(recalling.recall(number, latest(), cast.as(LAURA)));

        assertThat(ticket()).isEqualTo("2 true");
        assertThat(types()).contains("closed").endsWith("state_changed", "locked", "recalled");
    }

    @Test
    void what_is_being_handed_over_or_was_recalled_cannot_be_taken_back() {
        answer();
        db.sql("update letter set attempts = 1 where to_address = 'ditta@neri.example'")
                .update();
        assertThat(refusal(recalling.recall(number, latest(), cast.as(LAURA)))).isEqualTo("recall.too_late");
        assertThat(stateOfTheLetter()).isEqualTo("waiting");

        db.sql("update letter set attempts = 0 where to_address = 'ditta@neri.example'")
                .update();
        done(recalling.recall(number, latest(), cast.as(LAURA)));
        assertThat(refusal(recalling.recall(number, latest(), cast.as(LAURA)))).isEqualTo("recall.not_own");
    }

    @Test
    void nobody_takes_back_what_somebody_else_wrote() {
        answer();
        assertThat(refusal(recalling.recall(number, latest(), cast.as(MARIO)))).isEqualTo("recall.not_own");
        assertThat(refusal(recalling.recall(number, 1, cast.as(LAURA)))).isEqualTo("recall.not_own");
    }

    @Test
    void what_was_passed_on_can_be_taken_back_too() {
        done(redirecting.redirect(number, version(), 1, DITTA, cast.as(LAURA)));
        done(recalling.recall(number, latest(), cast.as(LAURA)));
        assertThat(stateOfTheLetter()).isEqualTo("recalled");
    }

    private Trace answer() {
        return done(answering.answer(number, version(), 1, mail(), cast.as(LAURA)));
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
