package sportello.web.agent.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

@SportelloTest
@Transactional
class CalendarDoorsTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    private RequestPostProcessor laura;
    private RequestPostProcessor carla;

    @BeforeEach
    void two_are_at_the_desk() {
        var cast = Cast.onStage(db);
        laura = LoggedIn.as(cast.as(LAURA), db);
        carla = LoggedIn.as(cast.as(CARLA), db);
    }

    @Test
    void what_is_made_stands_in_month_and_week() throws Exception {
        web.perform(typed("/calendar/appointments", "09:00", "10:30"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/calendar?day=2030-03-12"));

        assertThat(html("/calendar?day=2030-03-01"))
                .contains("marzo 2030", "Sopralluogo &lt;b", ">09:00</time>", "Roccalba");
        assertThat(html("/calendar?view=week&day=2030-03-14")).contains("Settimana dal 11/03/2030", "Sopralluogo");
        assertThat(html("/calendar?view=week&day=2030-03-20")).contains("Nessun appuntamento");
    }

    @Test
    void an_appointment_of_all_day_shows_its_last_day_and_not_the_one_after() throws Exception {
        web.perform(typed("/calendar/appointments", "", "").param("allDay", "true"))
                .andExpect(status().isSeeOther());

        assertThat(html("/calendar/appointments/" + latest() + "/edit"))
                .contains("name=\"endDay\" value=\"2030-03-12\"")
                .containsPattern("name=\"allDay\" value=\"true\" checked");
        assertThat(html("/calendar?view=week&day=2030-03-12").split("cal-entry", -1))
                .hasSize(2);
    }

    @Test
    void bad_input_comes_back_as_it_was_typed() throws Exception {
        var again = web.perform(typed("/calendar/appointments", "11:00", "10:30"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        assertThat(again).contains("La fine deve venire dopo l’inizio.", "value=\"11:00\"", "Sopralluogo &lt;b");

        web.perform(typed("/calendar/appointments", "", "10:30")).andExpect(status().isUnprocessableContent());
        web.perform(typed("/calendar/appointments", "09:00", "10:30").param("ticket", "2018091110000018"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void it_is_changed_and_cancelled_by_its_agent_and_not_there_for_others() throws Exception {
        web.perform(typed("/calendar/appointments", "09:00", "10:30"));
        var address = "/calendar/appointments/" + latest();

        web.perform(get(address + "/edit").with(carla)).andExpect(status().isNotFound());
        web.perform(post(address + "/cancellation").with(carla)).andExpect(status().isNotFound());
        web.perform(typed(address, "14:00", "15:00")).andExpect(status().isSeeOther());
        assertThat(html(address + "/edit")).contains("value=\"14:00\"");
        web.perform(post(address + "/cancellation").with(laura)).andExpect(redirectedUrl("/calendar"));
        web.perform(get(address + "/edit").with(laura)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendar?day=0001-01-01", "/calendar?day=9999-12-31", "/calendar?view=year"})
    void odd_addresses_show_the_calendar_of_today(String address) throws Exception {
        web.perform(get(address).with(laura)).andExpect(status().isOk());
    }

    @Test
    void a_day_that_is_none_is_refused() throws Exception {
        web.perform(get("/calendar?day=ieri").with(laura)).andExpect(status().isBadRequest());
    }

    private MockHttpServletRequestBuilder typed(String address, String from, String to) {
        return post(address)
                .with(laura)
                .param("title", "Sopralluogo <b>")
                .param("place", "Roccalba")
                .param("beginDay", "2030-03-12")
                .param("beginHour", from)
                .param("endDay", "2030-03-12")
                .param("endHour", to)
                .param("note", "");
    }

    private long latest() {
        return db.sql("select max(id) from appointment").query(Long.class).single();
    }

    private String html(String path) throws Exception {
        return web.perform(get(path).with(laura))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }
}
