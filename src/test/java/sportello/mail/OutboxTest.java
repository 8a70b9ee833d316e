package sportello.mail;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.ScriptedServer.Mood.ACCEPTS;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_RECIPIENT;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_THE_DOT;
import static sportello.mail.ScriptedServer.Mood.IS_BUSY;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_RECIPIENT;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.database.OwnDatabase;

/** Letters on their way out: the whims of mail servers, the patience of the desk. */
@SpringBootTest(classes = Day.Ground.class)
@OwnDatabase
class OutboxTest {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (.+)$");

    @Autowired
    Day day;

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void begin() {
        day.begin();
    }

    @Test
    void a_letter_goes_out_once_and_the_servers_answer_is_kept() {
        var letter = outbox.post(Given.letter("nuovo"));

        day.pass(Duration.ZERO);
        day.pass(ofDays(1));

        assertThat(day.server().accepted()).hasSize(1);
        var delivery = day.delivery(letter);
        assertThat(delivery.state()).isEqualTo(LetterState.SENT);
        assertThat(delivery.answer()).isEqualTo("250 2.0.0 queued as 4711");
        assertThat(delivery.attempts()).isEqualTo(1);
        assertThat(delivery.sentAt()).isEqualTo(delivery.triedAt()).isEqualTo(delivery.createdAt());
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void a_letter_waits_for_its_transaction_and_is_not_sent_if_that_comes_to_nothing() {
        transaction.executeWithoutResult(status -> {
            outbox.post(Given.letter("mai"));
            status.setRollbackOnly();
        });

        day.pass(Duration.ZERO);

        assertThat(day.server().accepted()).isEmpty();
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void a_server_in_a_bad_mood_gets_it_later_once_and_under_the_same_message_id() {
        day.server().next(IS_BUSY, DEFERS_THE_RECIPIENT, DEFERS_THE_MAIL, DROPS_AFTER_THE_DOT);
        var letter = outbox.post(Given.letter("nuovo"));

        day.pass(Duration.ZERO);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);
        assertThat(day.delivery(letter).answer()).contains("421 4.3.2 too busy");
        for (var hour = 0; hour < 10; hour++) day.pass(ofMinutes(60));

        assertThat(day.server().accepted()).hasSize(1);
        assertThat(day.server().read()).hasSize(3);
        assertThat(day.server().read().stream().map(OutboxTest::messageId).distinct())
                .containsExactly(day.delivery(letter).messageId());
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(day.delivery(letter).attempts()).isEqualTo(5);
    }

    @Test
    void while_the_server_is_down_letters_wait_and_all_go_out_once_when_it_is_back() throws IOException {
        day.server().close();
        var posted = IntStream.range(0, 20)
                .mapToObj(i -> outbox.post(Given.letter("nuovo " + i)))
                .toList();
        for (var quarter = 0; quarter < 8; quarter++) day.pass(ofMinutes(15));
        assertThat(posted).allSatisfy(letter -> {
            assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);
            assertThat(day.delivery(letter).attempts()).isGreaterThan(2);
            assertThat(day.delivery(letter).answer()).contains("Connection refused");
        });

        day.server().open();
        for (var hour = 0; hour < 3; hour++) day.pass(ofMinutes(60));

        assertThat(day.server().accepted()).hasSize(20);
        assertThat(day.server().accepted().stream().map(OutboxTest::messageId).distinct())
                .hasSize(20);
        assertThat(posted)
                .allSatisfy(letter -> assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT));
    }

    @Test
    void a_refusal_for_ever_ends_it_at_once_and_says_why() {
        day.server().next(REFUSES_THE_RECIPIENT, REFUSES_THE_MAIL);
        var unknown = outbox.post(Given.letter("uno"));
        day.pass(Duration.ZERO);
        var spam = outbox.post(Given.letter("due"));
        day.pass(Duration.ZERO);
        day.pass(ofDays(1));

        assertThat(day.delivery(unknown).state()).isEqualTo(LetterState.FAILED);
        assertThat(day.delivery(unknown).answer()).isEqualTo("550 5.1.1 no such user");
        assertThat(day.delivery(spam).state()).isEqualTo(LetterState.FAILED);
        assertThat(day.delivery(spam).answer()).isEqualTo("554 5.7.1 looks like spam");
        assertThat(day.server().accepted()).isEmpty();
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void after_five_days_it_is_given_up_with_the_last_answer() throws IOException {
        day.server().close();
        var letter = outbox.post(Given.letter("nuovo"));

        for (var hours = 0; hours < 4 * 24; hours += 2) day.pass(Duration.ofHours(2));
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);
        for (var hours = 0; hours < 2 * 24; hours += 2) day.pass(Duration.ofHours(2));

        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.FAILED);
        assertThat(day.delivery(letter).answer()).contains("Connection refused");
        assertThat(day.jobs()).isEmpty();
        day.server().open();
    }

    @Test
    void what_lets_somebody_in_lies_encrypted_and_is_gone_when_it_has_left_or_never_will() {
        day.server().next(IS_BUSY, ACCEPTS, REFUSES_THE_MAIL);
        var sent = outbox.postSecret(Given.letter("entra"));
        day.pass(Duration.ZERO);
        assertThat(day.delivery(sent).state()).isEqualTo(LetterState.WAITING);
        assertThat(row(sent)).doesNotContain("stato creato");
        day.pass(ofMinutes(60));
        var refused = outbox.postSecret(Given.letter("entra"));
        day.pass(Duration.ZERO);

        assertThat(day.server().accepted()).hasSize(1).first().asString().contains("Buongiorno Paolo");
        assertThat(day.delivery(sent).state()).isEqualTo(LetterState.SENT);
        assertThat(day.delivery(refused).state()).isEqualTo(LetterState.FAILED);
        for (var letter : List.of(sent, refused)) {
            assertThat(row(letter)).doesNotContain("stato creato");
            assertThat(db.sql("select sealed_body is null from letter where id = :id")
                            .param("id", letter.value())
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
        assertThat(outbox.tryNow(refused))
                .as("nothing is left that could go again")
                .isFalse();
        assertThat(outbox.again(refused)).isEmpty();
        assertThat(letters.find(refused).orElseThrow().again()).isFalse();
    }

    /** Where nobody keeps keys no promise can be kept. */
    @Test
    void what_was_promised_to_leave_sealed_never_leaves_otherwise_nor_when_it_goes_again() {
        var letter = outbox.post(Given.letter("riservato"));
        db.sql("update letter set seal = 'smime_signed_encrypted' where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(Duration.ZERO);
        var again = outbox.again(letter).orElseThrow();
        day.pass(Duration.ZERO);

        assertThat(List.of(day.delivery(letter), day.delivery(again)))
                .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(LetterState.FAILED))
                .allSatisfy(delivery -> assertThat(delivery.seal()).isEqualTo(new Seal(Seal.Manner.SMIME, true, true)));
        assertThat(day.server().accepted()).isEmpty();
    }

    private String row(LetterId id) {
        return db.sql("select l::text from letter l where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    @Test
    void the_same_house_names_its_letters() {
        var delivery = day.delivery(outbox.post(Given.letter("nuovo")));

        assertThat(delivery.messageId().value()).endsWith("@localhost>");
        assertThat(outbox.thread("ticket-105").value()).matches("<ticket-105\\.[0-9a-f]{20}@localhost>");
        assertThat(outbox.thread("ticket-105")).isEqualTo(outbox.thread("ticket-105"));
        assertThat(outbox.hasServer()).isTrue();
        assertThat(letters.deliveries(List.of())).isEmpty();
    }

    private static MessageId messageId(String mail) {
        var line = MESSAGE_ID.matcher(mail);
        assertThat(line.find()).isTrue();
        return new MessageId(line.group(1));
    }
}
