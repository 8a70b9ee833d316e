package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import sportello.mail.Company;

class LetterheadTest {
    private Instant now = Instant.EPOCH;
    private Supplier<Company> kept = () -> named("Valle Servizi");

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Letterhead letterhead = new Letterhead(() -> kept.get(), clock);

    @Test
    void a_change_is_seen_within_a_minute() {
        assertThat(letterhead.company().name()).isEqualTo("Valle Servizi");
        kept = () -> named("Valle Energia");
        assertThat(letterhead.company().name()).isEqualTo("Valle Servizi");

        now = now.plus(Duration.ofMinutes(1));

        assertThat(letterhead.company().name()).isEqualTo("Valle Energia");
    }

    @Test
    void without_a_database_the_last_known_letterhead_serves() {
        letterhead.company();
        now = now.plus(Duration.ofMinutes(2));
        kept = () -> {
            throw new DataAccessResourceFailureException("away");
        };

        assertThat(letterhead.company().name()).isEqualTo("Valle Servizi");
    }

    private static Company named(String name) {
        return new Company(name, "", "", "", "", null);
    }
}
