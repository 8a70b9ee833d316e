package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPlaceTest {

    @Test
    void a_place_reads_back_as_it_was() {
        var place =
                new RequestPlace(Instant.parse("2026-11-23T08:41:00.123456Z"), new TicketNumber("2026112310000076"));
        assertThat(RequestPlace.of(place.toString())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "2026-11-23_1", "2026-11-23T08:41:00Z", "2026-11-23T08:41:00Z_' or 1=1"})
    void what_nobody_wrote_is_refused(String text) {
        assertThatThrownBy(() -> RequestPlace.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
