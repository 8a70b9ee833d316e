package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.queue.Queue;
import sportello.queue.Queues;

/** One page for all queues: who is in charge, and who is told. */
@SportelloTest
@Transactional
class OwnershipDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Queues queues;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_queue_gets_its_people_and_its_own_answers() throws Exception {
        page("/admin/ownership")
                .andExpect(content()
                        .string(allOf(
                                containsString("Regola della casa"),
                                containsString("Impianti termici"),
                                containsString("come la casa"),
                                not(containsString("qui no:")))));

        perform(post(address(""))
                        .param("version", version())
                        .param("owner", id(LAURA))
                        .param("released.owner", "no")
                        .param("moved.watchers", "yes"))
                .andExpect(status().isSeeOther());

        page("/admin/ownership")
                .andExpect(content()
                        .string(allOf(
                                containsString("Laura Bassi"),
                                containsString("qui no: proprietario"),
                                containsString("solo qui: osservatore"))));
        assertThat(db.sql("select changes::text from audit_line where topic = 'ownership' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .contains("released.owner");
    }

    @Test
    void the_form_shows_what_the_house_says_and_what_was_chosen() throws Exception {
        perform(post(address("")).param("version", version()).param("released.owner", "no"));
        page(address("/edit"))
                .andExpect(content()
                        .string(allOf(
                                containsString("come la casa (sì)"),
                                containsString("aria-label=\"Rilascio: proprietario\""),
                                containsString("value=\"no\" selected"))));
    }

    @Test
    void whoever_may_not_work_there_is_refused() throws Exception {
        perform(post(address("")).param("version", version()).param("owner", id(NADIA)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nadia Costa")));
    }

    @Test
    void the_houses_rule_is_kept_here_too() throws Exception {
        page("/admin/ownership/house/edit").andExpect(status().isOk());
        perform(post("/admin/ownership/house").param("locked.owner", "no")).andExpect(status().isSeeOther());
        assertThat(db.sql(
                                "select coalesce(house, enabled) from notification_rule where event = 'locked' and audience = 'owner'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        page("/admin/ownership/0/edit").andExpect(status().isNotFound());
    }

    private Queue queue() {
        return queues.byName("Energia::Impianti termici").orElseThrow();
    }

    private String address(String further) {
        return "/admin/ownership/" + queue().id().value() + further;
    }

    private String version() {
        return db.sql("select version::text from queue where id = :id")
                .param("id", queue().id().value())
                .query(String.class)
                .single();
    }

    private String id(Operator operator) {
        return "" + cast.id(operator).value();
    }

    private ResultActions page(String address) throws Exception {
        return perform(get(address));
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
