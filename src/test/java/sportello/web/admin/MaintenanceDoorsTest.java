package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.Announcement;
import sportello.identity.KeepingMaintenance;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer;
import sportello.web.PausedPage;

/** What is said to everybody while something is done to the house, and who has to wait meanwhile. */
@SportelloTest
@Transactional
class MaintenanceDoorsTest {
    private static final String PASSWORD = "vento caldo sul molo";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    @Autowired
    private KeepingMaintenance keeping;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void everybody_reads_it_on_top_of_the_next_page_in_their_language() throws Exception {
        as(cast.as(GIULIA), get("/portal")).andExpect(content().string(not(containsString("Torniamo alle nove."))));
        announce(false, "2020-01-01T08:00", "2090-01-01T08:00").andExpect(status().isSeeOther());

        as(cast.as(GIULIA), get("/portal")).andExpect(content().string(containsString("Torniamo alle nove.")));
        as(cast.as(EMILY), get("/portal")).andExpect(content().string(containsString("Back at nine.")));
        as(cast.as(LAURA), get("/agent")).andExpect(content().string(containsString("Torniamo alle nove.")));

        as(cast.as(ANNA), post("/admin/maintenance/end")).andExpect(status().isSeeOther());
        as(cast.as(GIULIA), get("/portal")).andExpect(content().string(not(containsString("Torniamo alle nove."))));
    }

    @ParameterizedTest
    @CsvSource({"2089-01-01T08:00, 2090-01-01T08:00", "2020-01-01T08:00, 2020-01-02T08:00"})
    void before_and_after_it_all_is_as_ever(String since, String until) throws Exception {
        announce(true, since, until).andExpect(status().isSeeOther());
        as(cast.as(LAURA), get("/agent"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Torniamo alle nove."))));
    }

    @Test
    void while_the_house_is_closed_only_administrators_enter_and_the_sessions_of_the_others_go_on_afterwards()
            throws Exception {
        var laura = LoggedIn.as(cast.as(LAURA), db);
        announce(true, "2020-01-01T08:00", "");

        web.perform(get("/agent").with(laura)).andExpect(status().isServiceUnavailable());
        web.perform(post("/agent/queues/mine").with(laura)).andExpect(status().isServiceUnavailable());
        as(cast.as(GIULIA), get("/portal")).andExpect(status().isServiceUnavailable());
        as(cast.as(ANNA), get("/agent"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Intanto entrano soltanto gli amministratori.")));

        as(cast.as(ANNA), post("/admin/maintenance/end"));
        web.perform(get("/agent").with(laura)).andExpect(status().isOk());
    }

    @Test
    void who_has_to_wait_reads_why_and_until_when() throws Exception {
        announce(true, "2020-01-01T08:00", "2090-01-01T08:00");
        as(
                        cast.as(LAURA),
                        get("/error")
                                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 503)
                                .requestAttr(PausedPage.ASKED, true)
                                .with(request -> {
                                    request.setDispatcherType(DispatcherType.ERROR);
                                    return request;
                                }))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content()
                        .string(allOf(
                                containsString("Siamo in manutenzione"),
                                containsString("Torniamo alle nove."),
                                containsString("01/01/2090"))));
    }

    @Test
    void who_knocks_meanwhile_is_told_and_an_administrator_is_let_in() throws Exception {
        accounts.open(cast.id(LAURA), PASSWORD);
        accounts.open(cast.id(ANNA), PASSWORD);
        announce(true, "2020-01-01T08:00", "");
        var sessions = sessions();
        knock(LAURA.login())
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("Torniamo alle nove.")));
        assertThat(sessions()).isEqualTo(sessions);
        knock(ANNA.login()).andExpect(status().isSeeOther());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            english | ' '              | Scriva l’avviso in italiano e in inglese.
            since   | presto           | Scriva giorno e ora
            until   | 2019-01-01T08:00 | La fine viene dopo l’inizio.
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        var request = post("/admin/maintenance").param("italian", "Torniamo alle nove.");
        for (var one : new String[][] {{"english", "Back."}, {"since", "2020-01-01T08:00"}, {"until", ""}})
            request.param(one[0], one[0].equals(field) ? typed : one[1]);
        as(cast.as(ANNA), request)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(said), containsString("Torniamo alle nove."))));
        assertThat(keeping.announced()).isEmpty();
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var laura = cast.as(LAURA).authority();
        var announcement = new Announcement("Chiuso", "Closed", Instant.EPOCH, null, true);
        assertThat(keeping.announce(announcement, laura)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.end(laura)).isInstanceOf(Outcome.Refused.class);
    }

    private ResultActions announce(boolean closed, String since, String until) throws Exception {
        var request = post("/admin/maintenance")
                .param("italian", "Torniamo alle nove.")
                .param("english", "Back at nine.")
                .param("since", since)
                .param("until", until);
        return as(cast.as(ANNA), closed ? request.param("closed", "true") : request);
    }

    private ResultActions knock(String name) throws Exception {
        return web.perform(post("/login")
                .param("username", name)
                .param("password", PASSWORD)
                .with(csrf()));
    }

    private long sessions() {
        return db.sql("select count(*) from login_session").query(Long.class).single();
    }

    private ResultActions as(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(viewer, db)));
    }
}
