package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import sportello.base.Language;
import sportello.base.Refusal;

class WordsTest {
    private static final Instant NOW = Instant.parse("2018-09-11T13:15:30Z");

    private final Words italian = words(Language.ITALIAN);
    private final Words english = words(Language.ENGLISH);

    @Test
    void dates_stand_in_the_readers_zone() {
        assertThat(italian.date(NOW)).isEqualTo("11/09/2018 15:15");
        assertThat(english.date(NOW)).isEqualTo("11/09/2018 15:15");
        assertThat(italian.day(NOW)).isEqualTo("11/09/2018");
        assertThat(italian.today()).isEqualTo("martedì 11 settembre 2018");
        assertThat(english.today()).isEqualTo("Tuesday 11 September 2018");
        assertThat(italian.weekday(LocalDate.of(2018, 9, 11))).isEqualTo("mar");
    }

    @Test
    void near_moments_are_told_briefly() {
        assertThat(italian.moment(NOW.minus(Duration.ofHours(2)))).isEqualTo("13:15");
        assertThat(italian.moment(NOW.minus(Duration.ofHours(20)))).isEqualTo("10/09/2018 19:15");
        assertThat(italian.brief(NOW)).isEqualTo("11/09 15:15");
        assertThat(italian.brief(NOW.minus(Duration.ofDays(365)))).isEqualTo("11/09/2017");
    }

    @Test
    void ages_are_short() {
        assertThat(italian.age(NOW.minusSeconds(59))).isEqualTo("0 m");
        assertThat(italian.age(NOW.minusSeconds(60))).isEqualTo("1 m");
        assertThat(italian.age(NOW.minus(Duration.ofMinutes(59)))).isEqualTo("59 m");
        assertThat(italian.age(NOW.minus(Duration.ofHours(3)))).isEqualTo("3 h");
        assertThat(italian.age(NOW.minus(Duration.ofHours(49)))).isEqualTo("2 g");
        assertThat(english.age(NOW.minus(Duration.ofHours(49)))).isEqualTo("2 d");
    }

    @Test
    void a_clock_that_runs_ahead_makes_no_negative_age() {
        assertThat(italian.age(NOW.plusSeconds(90))).isEqualTo("0 m");
    }

    @Test
    void sizes_and_numbers_follow_the_language() {
        assertThat(italian.size(999)).isEqualTo("999 byte");
        assertThat(italian.size(84_321)).isEqualTo("84 kB");
        assertThat(italian.size(1_234_567)).isEqualTo("1,2 MB");
        assertThat(italian.size(77_678_912_345L)).isEqualTo("77,7 GB");
        assertThat(english.size(1_234_567)).isEqualTo("1.2 MB");
        assertThat(italian.number(12_345)).isEqualTo("12.345");
        assertThat(english.number(12_345)).isEqualTo("12,345");
    }

    @Test
    void the_greeting_follows_the_hour() {
        assertThat(italian.greeting()).isEqualTo("Buon pomeriggio");
        assertThat(english.greeting()).isEqualTo("Good afternoon");
    }

    @Test
    void initials_are_the_first_letters_of_the_first_and_the_last_name() {
        assertThat(italian.initials("Laura Bassi")).isEqualTo("LB");
        assertThat(italian.initials("Maria Grazia de Santis")).isEqualTo("MS");
        assertThat(italian.initials("cher")).isEqualTo("C");
    }

    @Test
    void a_refusal_tells_its_moments_in_the_readers_zone() {
        assertThat(italian.t(new Refusal("ticket.held", "Laura Bassi", NOW)))
                .isEqualTo("Il ticket è bloccato da Laura Bassi dal 11/09/2018 15:15.");
    }

    @Test
    void an_unknown_key_is_a_bug() {
        assertThatThrownBy(() -> italian.t("no.such.key")).isInstanceOf(NoSuchMessageException.class);
    }

    private static Words words(Language language) {
        return new Words(Pages.messages(), language, ZoneId.of("Europe/Rome"), NOW);
    }
}
