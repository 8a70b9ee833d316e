package sportello.web.agent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;

/** The doors of the dashboard: its settings (S34), and the queues that an agent follows (S29). */
@SportelloTest
@Transactional
class DashboardControllerTest {
    private static final String WEEK = "Statistiche ultimi 7 giorni";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
    }

    @Test
    void the_settings_open_over_the_widgets() throws Exception {
        dashboard(LAURA, "/agent").andExpect(content().string(not(containsString("Impostazioni del cruscotto"))));
        dashboard(LAURA, "/agent?settings=true&new=mine")
                .andExpectAll(
                        content().string(containsString("Impostazioni del cruscotto")),
                        content().string(containsString("href=\"/agent?new=mine\"")));
    }

    @Test
    void what_one_agent_sets_up_is_there_the_next_time_and_for_nobody_else() throws Exception {
        web.perform(post("/agent/dashboard")
                        .with(as(LAURA))
                        .param("left", "open", "new")
                        .param("right", "week")
                        .param("on", "open", "new")
                        .param("open", "mine"))
                .andExpectAll(
                        status().isSeeOther(),
                        redirectedUrl("/agent?open=mine&settings=true"),
                        cookie().exists(LoggedIn.NOTICE));

        var page = page(LAURA);
        assertThat(page).doesNotContain("widget-week").containsSubsequence("id=\"widget-open\"", "id=\"widget-new\"");
        assertThat(page(CARLA)).contains(WEEK).containsSubsequence("id=\"widget-new\"", "id=\"widget-open\"");
    }

    @Test
    void a_reset_brings_the_first_dashboard_back() throws Exception {
        var everything = Arrays.stream(WidgetKind.values()).map(WidgetKind::key).toArray(String[]::new);
        web.perform(post("/agent/dashboard").with(as(LAURA)).param("left", everything))
                .andExpect(status().isSeeOther());
        assertThat(page(LAURA)).contains("Il cruscotto è vuoto").doesNotContain(WEEK);

        web.perform(post("/agent/dashboard/reset").with(as(LAURA))).andExpect(redirectedUrl("/agent?settings=true"));
        assertThat(page(LAURA)).contains(WEEK);
    }

    @Test
    void what_does_not_exist_is_passed_over() throws Exception {
        web.perform(post("/agent/dashboard")
                        .with(as(LAURA))
                        .param("left", "weather", "new")
                        .param("on", "new", "weather")
                        .param("rows.new", "100000")
                        .param("columns.new", "smell")
                        .param("move", "sideways.new")
                        .param("new", "<script>"))
                .andExpect(redirectedUrl("/agent?settings=true"));

        assertThat(page(LAURA)).contains("id=\"widget-new\"").doesNotContain("weather");
        dashboard(LAURA, "/agent?new=nobody&open=x&settings=perhaps");
    }

    @Test
    void nobody_sets_up_anything_by_looking() throws Exception {
        web.perform(get("/agent/dashboard").with(as(LAURA))).andExpect(status().isNotFound());
    }

    @Test
    void an_agent_chooses_the_queues_to_follow() throws Exception {
        var energia = cast.id(Place.IMPIANTI).value();
        web.perform(post("/agent/queues/mine").with(as(LAURA)).param("queue", "" + energia))
                .andExpectAll(status().isSeeOther(), redirectedUrl("/agent"), cookie().exists(LoggedIn.NOTICE));
        web.perform(get("/agent/queues/mine").with(as(LAURA)))
                .andExpect(content().string(containsString("value=\"" + energia + "\" checked")));

        web.perform(post("/agent/queues/mine").with(as(LAURA))).andExpect(status().isSeeOther());
        web.perform(get("/agent/queues/mine").with(as(LAURA)))
                .andExpect(content().string(not(matchesPattern("(?s).*value=\"\\d+\" checked.*"))));
    }

    @Test
    void a_queue_that_an_agent_may_not_see_comes_back_with_what_was_chosen() throws Exception {
        var energia = cast.id(Place.IMPIANTI).value();
        for (var foreign : List.of(cast.id(Place.GUASTI).value(), 999_999_999L)) {
            web.perform(post("/agent/queues/mine")
                            .with(as(LAURA))
                            .param("queue", "" + energia)
                            .param("queue", "" + foreign))
                    .andExpectAll(
                            status().isUnprocessableContent(),
                            content().string(containsString("Una delle code scelte")),
                            content().string(containsString("value=\"" + energia + "\" checked")),
                            content().string(not(containsString("Guasti"))));
        }
        web.perform(post("/agent/queues/mine").with(as(LAURA)).param("queue", "abc"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void everybody_finds_the_way_to_the_own_queues() throws Exception {
        assertThat(page(LAURA)).contains("href=\"/agent/queues/mine\"");
    }

    private String page(Operator who) throws Exception {
        return dashboard(who, "/agent").andReturn().getResponse().getContentAsString();
    }

    private org.springframework.test.web.servlet.ResultActions dashboard(Operator who, String address)
            throws Exception {
        return web.perform(get(address).with(as(who))).andExpect(status().isOk());
    }

    private RequestPostProcessor as(Operator who) {
        return LoggedIn.as(cast.as(who), db);
    }
}
