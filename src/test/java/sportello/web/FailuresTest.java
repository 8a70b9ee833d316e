package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

class FailuresTest {
    private final Failures failures = new Failures(Pages.views());
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Broken(), failures)
            .setControllerAdvice(failures)
            .addPlaceholderValue("server.error.path", "/error")
            .build();

    @Test
    void a_bug_is_an_id_and_never_a_detail() throws Exception {
        web.perform(get("/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("secret of the house"))))
                .andExpect(content().string(containsString("<code>")))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void a_database_that_is_away_is_said_so() throws Exception {
        web.perform(get("/away")).andExpect(status().isServiceUnavailable());
    }

    @Test
    void a_database_without_room_is_said_so() throws Exception {
        web.perform(get("/full"))
                .andExpect(status().isInsufficientStorage())
                .andExpect(content().string(containsString("Lo spazio sul disco è finito")));
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        web.perform(get("/missing"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Pagina non trovata")));
        web.perform(get("/numbers/twelve")).andExpect(status().isNotFound());
    }

    @Test
    void a_nonsense_parameter_is_a_bad_request() throws Exception {
        web.perform(get("/numbers").param("number", "twelve")).andExpect(status().isBadRequest());
        web.perform(get("/numbers")).andExpect(status().isBadRequest());
    }

    @Test
    void a_wrong_method_is_told_in_the_readers_language() throws Exception {
        web.perform(post("/bug").header("Accept-Language", "en-GB"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET"))
                .andExpect(content().string(containsString("Operation not available")));
    }

    @Test
    void what_a_filter_refused_has_a_page_too() throws Exception {
        web.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("Accesso non consentito")));
        assertThat(web.perform(get("/error")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_program_is_told_in_json() throws Exception {
        web.perform(get("/api/bug"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(500))
                .andExpect(jsonPath("$.detail").value(matchesPattern(".*codice [0-9a-f]{8}\\.")));
        web.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 401)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/me"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("token valido")));
        web.perform(get("/error")
                        .requestAttr(PausedPage.ASKED, true)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/me"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.detail").value(containsString("in manutenzione")));
    }

    @Controller
    private static class Broken {

        @GetMapping({"/bug", "/api/bug"})
        void bug() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping("/away")
        void away() {
            throw new CannotGetJdbcConnectionException("down", new SQLException("refused"));
        }

        @GetMapping("/full")
        void full() {
            throw new UncategorizedSQLException(
                    "write", "insert", new SQLException("could not extend file: No space left on device", "53100"));
        }

        @GetMapping("/missing")
        void missing() {
            throw new NotFound();
        }

        @GetMapping("/numbers/{number}")
        ResponseEntity<Integer> inPath(@PathVariable int number) {
            return ResponseEntity.ok(number);
        }

        @GetMapping("/numbers")
        ResponseEntity<Integer> asParameter(@RequestParam int number) {
            return ResponseEntity.ok(number);
        }
    }
}
