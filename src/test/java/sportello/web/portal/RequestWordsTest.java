package sportello.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sportello.base.Language;
import sportello.ticket.InHand;
import sportello.ticket.RequestLine;
import sportello.ticket.RequestState;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.web.Pages;
import sportello.web.Words;

class RequestWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:46:00Z");
    private static final Instant OPENED = Instant.parse("2026-11-23T08:41:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT5M    | Laura Bassi la sta seguendo da 5 minuti. Le scriviamo appena c’è una novità.
            PT20S   | Laura Bassi la sta seguendo da poco. Le scriviamo appena c’è una novità.
            PT1M    | Laura Bassi la sta seguendo da un minuto. Le scriviamo appena c’è una novità.
            PT70M   | Laura Bassi la sta seguendo da un’ora. Le scriviamo appena c’è una novità.
            PT3H    | Laura Bassi la sta seguendo da 3 ore. Le scriviamo appena c’è una novità.
            PT30H   | Laura Bassi la sta seguendo da ieri. Le scriviamo appena c’è una novità.
            PT1000H | Laura Bassi la sta seguendo da 41 giorni. Le scriviamo appena c’è una novità.
            """)
    void who_has_it_in_hand_is_named_with_the_time(Duration age, String sentence) {
        var line = line(RequestState.IN_HAND, new InHand("Laura Bassi", NOW.minus(age)), OPENED, null);
        assertThat(italian().meaning(line)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T08:41:00Z | oggi alle 09:41
            2026-11-22T15:20:00Z | ieri alle 16:20
            2026-11-22T23:30:00Z | oggi alle 00:30
            2026-11-12T09:00:00Z | il 12/11/2026 alle 10:00
            """)
    void moments_are_told_in_the_readers_zone(Instant moment, String told) {
        assertThat(italian().when(moment)).isEqualTo(told);
    }

    @Test
    void news_is_told_with_its_own_moment() {
        var silent = line(RequestState.RECEIVED, null, OPENED, null);
        var spoken = line(RequestState.WAITING_FOR_YOU, null, OPENED.plusSeconds(120), null);

        assertThat(italian().latest(silent)).isEqualTo("aperta oggi alle 09:41");
        assertThat(italian().latest(spoken)).isEqualTo("aggiornata oggi alle 09:43");
        assertThat(italian().meaning(spoken))
                .isEqualTo("L’ultimo messaggio è nostro, oggi alle 09:43: aspettiamo una sua risposta.");
    }

    @Test
    void what_is_closed_says_when_and_whether_it_was_solved() {
        var closed = Instant.parse("2026-11-12T09:00:00Z");

        assertThat(italian().meaning(line(RequestState.SOLVED, null, OPENED, closed)))
                .isEqualTo("Chiusa il 12/11/2026 alle 10:00.");
        assertThat(italian().meaning(line(RequestState.UNSOLVED, null, OPENED, closed)))
                .isEqualTo("Chiusa il 12/11/2026 alle 10:00: non è stato possibile risolverla.");
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void every_state_has_a_word_and_a_sentence_in_both_languages(RequestState state) {
        for (var language : Language.values()) {
            var say = new RequestWords(new Words(Pages.messages(), language, Pages.ROME, NOW));
            assertThat(say.state(line(state, null, OPENED, NOW))).isNotBlank().doesNotContain("{");
            assertThat(say.meaning(line(state, null, OPENED, NOW))).isNotBlank().doesNotContain("{");
        }
    }

    private static RequestWords italian() {
        return new RequestWords(new Words(Pages.messages(), Language.ITALIAN, Pages.ROME, NOW));
    }

    private static RequestLine line(RequestState state, InHand inHand, Instant lastWord, Instant closed) {
        return new RequestLine(
                new TicketNumber("2026112310000076"),
                "Variazione orario biblioteca",
                state,
                State.OPEN,
                inHand,
                "Giulia Moretti",
                "Comune di Roccalba",
                OPENED,
                lastWord,
                closed);
    }
}
