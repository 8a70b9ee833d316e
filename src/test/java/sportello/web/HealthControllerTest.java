package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import sportello.SportelloTest;

/** What those who watch over the program hear, without a log-in. */
@SportelloTest
class HealthControllerTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private ApplicationAvailability availability;

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void it_says_yes_to_anybody_and_nothing_else(String question) throws Exception {
        var answer = web.perform(get(question)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void without_its_database_it_lives_but_is_not_ready() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/desk");
        var health = new HealthController(availability, nowhere);
        assertThat(health.live().getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.ready().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
