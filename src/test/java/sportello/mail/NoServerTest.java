package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.SportelloTest;

@SportelloTest
class NoServerTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    Sending sending;

    @Autowired
    Clock clock;

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
}
