package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Agents;
import sportello.agent.Group;
import sportello.agent.Groups;
import sportello.agent.KeepingGroups;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** Where administrators keep the groups in which agents hold their keys. */
@SportelloTest
@Transactional
class GroupDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Groups groups;

    @Autowired
    private Agents agents;

    @Autowired
    private KeepingGroups keeping;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_new_group_is_offered_to_queues_and_agents() throws Exception {
        as(post("/admin/groups").param("name", " Turno\tdi notte ")).andExpect(status().isSeeOther());

        assertThat(groups.valid()).extracting(Group::name).contains("Turno di notte");
        as(get("/admin/groups"))
                .andExpect(content()
                        .string(allOf(containsString("Turno di notte"), containsString("nessuno ha una chiave qui"))));
        as(get("/admin/queues/new")).andExpect(content().string(containsString(">Turno di notte</option>")));
        as(get("/admin/agents/new")).andExpect(content().string(containsString("Turno di notte: legge")));
    }

    @Test
    void a_name_that_says_nothing_or_is_known_comes_back_as_it_was_typed() throws Exception {
        as(post("/admin/groups").param("name", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva il nome del gruppo.")));
        as(post("/admin/groups").param("name", "x".repeat(101)))
                .andExpect(content().string(containsString("al massimo 100 caratteri; questo ne ha 101")));
        as(post("/admin/groups").param("name", "ENERGIA"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Un gruppo «ENERGIA» c’è già."), containsString("value=\"ENERGIA\""))));
    }

    @Test
    void who_renames_what_somebody_else_has_renamed_is_told() throws Exception {
        var address = "/admin/groups/" + energy().id().value();
        as(post(address).param("version", "0").param("name", "Calore").param("valid", "true"))
                .andExpect(status().isSeeOther());
        as(post(address).param("version", "0").param("name", "Gas"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nel frattempo qualcuno"), containsString("value=\"Gas\""))));
        assertThat(groups.valid()).extracting(Group::name).contains("Calore").doesNotContain("Gas", "energia");
    }

    @Test
    void an_invalid_group_gives_nobody_anything_and_says_before_whom_that_hits() throws Exception {
        var address = "/admin/groups/" + energy().id().value();
        as(get(address + "/edit"))
                .andExpect(content()
                        .string(allOf(
                                containsString("5 operatori perdono le loro chiavi"),
                                containsString("3 code non le vede più nessuno"),
                                containsString("Energia, Energia::Impianti termici, Illuminazione"))));
        as(get("/admin/groups")).andExpect(content().string(containsString("Energia, Energia::Impianti termici")));
        assertThat(agents.grantsOf(cast.id(LAURA)).groupsFor(Permission.RW)).contains(energy().id());
        as(post(address).param("version", "0").param("name", "energia")).andExpect(status().isSeeOther());

        assertThat(groups.valid()).extracting(Group::name).doesNotContain("energia");
        assertThat(agents.grantsOf(cast.id(LAURA)).groupsFor(Permission.RW)).isEmpty();
        as(get("/admin/groups"))
                .andExpect(content().string(allOf(containsString("non più valido"), containsString("5 operatori"))));
        as(post(address).param("version", "1").param("name", "energia").param("valid", "true"))
                .andExpect(status().isSeeOther());
        assertThat(agents.grantsOf(cast.id(LAURA)).groupsFor(Permission.RW)).contains(energy().id());
    }

    @Test
    void the_group_of_the_sorting_queue_stays_open() throws Exception {
        db.sql("update queue set group_id = :group where raw")
                .param("group", energy().id().value())
                .update();
        as(post("/admin/groups/" + energy().id().value())
                        .param("version", "0")
                        .param("name", "energia")
                        .param("valid", "true")
                        .param("reserved", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La coda di smistamento è in questo gruppo")));
        assertThat(keeping.find(energy().id()).orElseThrow().reserved()).isFalse();
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add("Notte", by)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(energy().id(), 0, "Notte", true, false, by)).isInstanceOf(Outcome.Refused.class);
    }

    private Group energy() {
        return groups.valid().stream()
                .filter(group -> group.name().equals("energia"))
                .findFirst()
                .orElseThrow();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
