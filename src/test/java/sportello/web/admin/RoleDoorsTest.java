package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.agent.Permission.NOTE;
import static sportello.agent.Permission.RO;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.util.Map;
import java.util.Set;
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
import sportello.agent.Grants;
import sportello.agent.Group;
import sportello.agent.GroupId;
import sportello.agent.Groups;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** Where administrators keep the roles, by which several agents hold the same keys. */
@SportelloTest
@Transactional
class RoleDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingRoles keeping;

    @Autowired
    private Agents agents;

    @Autowired
    private Groups groups;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_new_role_gives_its_keys_to_whoever_has_it() throws Exception {
        as(post("/admin/roles")
                        .param("name", " Lettori ")
                        .param("comment", "Guardano soltanto")
                        .param("grant", group("energia") + " ro", group("energia") + " note")
                        .param("valid", "true"))
                .andExpect(status().isSeeOther());

        var role = role("Lettori");
        assertThat(role.grants()).isEqualTo(Map.of(new GroupId(group("energia")), Set.of(RO, NOTE)));
        as(get("/admin/roles"))
                .andExpect(content()
                        .string(allOf(
                                containsString(">Lettori</a>"),
                                containsString("Guardano soltanto"),
                                containsString("nessuno"))));
        as(get("/admin/agents/new")).andExpect(content().string(containsString("Guardano soltanto")));
    }

    @Test
    void a_role_that_is_out_of_use_gives_nobody_anything_and_says_before_whom_that_hits() throws Exception {
        var supervisors = role("Supervisori");
        var address = "/admin/roles/" + supervisors.id().value();
        as(get(address + "/edit"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Vale per: Carla Neri"),
                                containsString("value=\"" + group("guasti") + " rw\" checked"))));
        db.sql("update role set reads_access = true where name = 'Supervisori'").update();
        assertThat(agents.grantsOf(cast.id(CARLA)).byGroup()).isNotEmpty();
        assertThat(agents.grantsOf(cast.id(CARLA)).readsAccess()).isTrue();
        as(post(address).param("version", "0").param("name", "Supervisori")).andExpect(status().isSeeOther());

        db.sql("update role set reads_access = true where name = 'Supervisori'").update();
        assertThat(agents.grantsOf(cast.id(CARLA))).isEqualTo(Grants.NONE);
        as(get("/admin/roles")).andExpect(content().string(containsString("non più valido")));
        as(get("/admin/agents/new")).andExpect(content().string(not(containsString("Supervisori"))));
    }

    @Test
    void keys_that_are_taken_from_a_role_are_gone_for_all_who_have_it() throws Exception {
        var address = "/admin/roles/" + role("Supervisori").id().value();
        as(post(address)
                        .param("version", "0")
                        .param("name", "Capi")
                        .param("valid", "true")
                        .param("grant", group("guasti") + " ro"))
                .andExpect(status().isSeeOther());
        assertThat(agents.grantsOf(cast.id(CARLA)).byGroup())
                .isEqualTo(Map.of(new GroupId(group("guasti")), Set.of(Permission.RO)));
        as(post(address).param("version", "0").param("name", "Altri"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nel frattempo qualcuno"), containsString("value=\"Altri\""))));
    }

    @Test
    void what_is_amiss_is_said_and_what_was_typed_comes_back() throws Exception {
        as(post("/admin/roles").param("name", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva il nome del ruolo.")));
        as(post("/admin/roles").param("name", "supervisori").param("comment", "Ancora"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Un ruolo «supervisori» c’è già."), containsString("Ancora"))));
        as(post("/admin/roles").param("name", "Altri").param("grant", "999999 rw"))
                .andExpect(content().string(containsString("Uno dei gruppi non c’è più")));
        as(post("/admin/roles").param("name", "Altri").param("comment", "x".repeat(201)))
                .andExpect(content().string(containsString("al massimo 200 caratteri")));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var role = role("Supervisori");
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(role.details(), by)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(role.id(), role.version(), role.details(), by))
                .isInstanceOf(Outcome.Refused.class);
    }

    private KeptRole role(String name) {
        return keeping.all().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long group(String name) {
        return groups.valid().stream()
                .filter(group -> group.name().equals(name))
                .map(Group::id)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
