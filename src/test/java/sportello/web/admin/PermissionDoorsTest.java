package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.agent.Permission.NOTE;
import static sportello.agent.Permission.RESPONSIBLE;
import static sportello.agent.Permission.RO;
import static sportello.agent.Permission.RW;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.util.Arrays;
import java.util.List;
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
import sportello.agent.Group;
import sportello.agent.GroupId;
import sportello.agent.Groups;
import sportello.agent.KeepingPermissions;
import sportello.agent.Permission;
import sportello.audit.Book;
import sportello.audit.Change;
import sportello.audit.Line;
import sportello.audit.Sought;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;

/** Where administrators see and change all keys of a group at once. */
@SportelloTest
@Transactional
class PermissionDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingPermissions keeping;

    @Autowired
    private Agents agents;

    @Autowired
    private Groups groups;

    @Autowired
    private Book book;

    private Cast cast;
    private GroupId energy;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        energy = groups.valid().stream()
                .filter(group -> group.name().equals("energia"))
                .findFirst()
                .map(Group::id)
                .orElseThrow();
    }

    @Test
    void the_table_shows_own_keys_and_says_which_come_by_a_role() throws Exception {
        as(get("/admin/permissions").param("group", "" + energy.value()))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"" + cell(LAURA, RW) + "\" checked"),
                                containsString("value=\"" + cell(NADIA, NOTE) + "\" checked"),
                                containsString("value=\"" + cell(CARLA, RW) + "\" aria"),
                                containsString("value=\"" + role() + " rw\" checked"),
                                containsString("Dai ruoli: Supervisori: rw"))));
        as(get("/admin/permissions")).andExpect(status().isOk());
        as(get("/admin/permissions").param("group", "999999")).andExpect(status().isNotFound());
    }

    @Test
    void what_is_ticked_and_unticked_holds_at_once_and_stands_in_the_book() throws Exception {
        send(
                        seen(cell(LAURA, RW), cell(NADIA, RO), cell(NADIA, NOTE), role() + " rw"),
                        cell(LAURA, RW),
                        cell(NADIA, RO),
                        role() + " ro",
                        cell(CARLA, RESPONSIBLE))
                .andExpect(status().isSeeOther());

        assertThat(keys(LAURA)).containsExactly(RW);
        assertThat(keys(NADIA)).containsExactly(RO);
        assertThat(keys(CARLA)).containsExactlyInAnyOrder(RO, RESPONSIBLE);
        assertThat(book.read(Sought.ALL, null, 3))
                .extracting(Line::name, Line::changes)
                .containsExactlyInAnyOrder(
                        tuple("Nadia Costa", List.of(new Change("grants: energia", "note, ro", "ro"))),
                        tuple("Carla Neri", List.of(new Change("grants: energia", null, "responsible"))),
                        tuple("Supervisori", List.of(new Change("grants: energia", "rw", "ro"))));
    }

    @Test
    void what_somebody_else_gave_or_took_meanwhile_stays() throws Exception {
        var seen = seen(cell(LAURA, RW), cell(NADIA, RO), cell(NADIA, NOTE), role() + " rw");
        send(seen, cell(NADIA, RO), cell(NADIA, NOTE), role() + " rw", cell(CARLA, NOTE))
                .andExpect(status().isSeeOther());
        send(seen, cell(LAURA, RW), cell(NADIA, RO), role() + " rw").andExpect(status().isSeeOther());

        assertThat(keys(LAURA)).isEmpty();
        assertThat(keys(NADIA)).containsExactly(RO);
        assertThat(keys(CARLA)).contains(NOTE);
    }

    @Test
    void an_agents_open_page_notices_what_the_table_changed() throws Exception {
        var before = version();
        send(seen(cell(LAURA, RW)), cell(LAURA, RO)).andExpect(status().isSeeOther());
        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    void what_no_page_sends_is_nobodys_key() throws Exception {
        send("", "a999999999 rw", "x1 rw", "a1 all", "rw").andExpect(status().isSeeOther());
        as(post("/admin/permissions/999999")).andExpect(status().isNotFound());
        assertThat(keys(LAURA)).containsExactly(RW);
    }

    @Test
    void the_use_case_asks_too_who_may() {
        assertThat(keeping.change(energy, Set.of(), Set.of(), cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private int version() {
        return db.sql("select version from agent where id = :id")
                .param("id", cast.id(LAURA).value())
                .query(Integer.class)
                .single();
    }

    private Set<Permission> keys(Operator agent) {
        return agents.grantsOf(cast.id(agent)).byGroup().getOrDefault(energy, Set.of());
    }

    private String cell(Operator agent, Permission key) {
        return "a" + cast.id(agent).value() + " " + key.key();
    }

    private String role() {
        return "r"
                + db.sql("select id from role where name = 'Supervisori'")
                        .query(Long.class)
                        .single();
    }

    private static String seen(String... cells) {
        return String.join(",", Arrays.asList(cells));
    }

    private ResultActions send(String seen, String... ticked) throws Exception {
        return as(
                post("/admin/permissions/" + energy.value()).param("seen", seen).param("key", ticked));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
