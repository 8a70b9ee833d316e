package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    @Test
    void a_log_in_behind_its_sign_is_a_mention() {
        assertThat(Mentions.in("@mario.ferri, guardi; anche (@Carla.Neri). E @mario.ferri."))
                .containsExactlyInAnyOrder("mario.ferri", "carla.neri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mario.ferri@valleservizi.example", "a@b", "@", "@ mario", "alle 9 @"})
    void an_address_or_a_lone_sign_is_none(String text) {
        assertThat(Mentions.in(text)).isEmpty();
    }
}
