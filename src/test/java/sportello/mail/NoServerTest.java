package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import sportello.SportelloTest;

@SportelloTest
@RecordApplicationEvents
class NoServerTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    Sending sending;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    @Test
    void without_a_server_letters_wait_untried_and_the_outbox_says_so() {
        var letter = outbox.post(Given.letter("nuovo"));

        var next = (Sending.Next.Again) sending.send(letter);

        assertThat(next.at()).isAfter(clock.instant()).isBefore(clock.instant().plus(Duration.ofHours(1)));
        assertThat(outbox.hasServer()).isFalse();
        var delivery = letters.deliveries(List.of(letter)).get(letter);
        assertThat(delivery.state()).isEqualTo(LetterState.WAITING);
        assertThat(delivery.attempts()).isZero();
    }

    @Test
    void without_a_server_for_days_a_letter_is_given_up_and_called_out() {
        // no job gives it up before we do
        var letter = outbox.post(Given.letter("vecchio"), outbox.freshId(), Duration.ofHours(1));
        db.sql("update letter set created_at = :then where id = :id")
                .param("then", Timestamp.from(clock.instant().minus(Duration.ofDays(6))))
                .param("id", letter.value())
                .update();

        assertThat(sending.send(letter)).isEqualTo(new Sending.Next.Done());

        var delivery = letters.deliveries(List.of(letter)).get(letter);
        assertThat(delivery.state()).isEqualTo(LetterState.FAILED);
        assertThat(delivery.answer()).contains("5 giorni");
        assertThat(events.stream(LetterFailed.class).map(LetterFailed::letter)).containsExactly(letter);
    }
}
