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
import static sportello.agent.Permission.NOTE;
import static sportello.agent.Permission.RO;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sportello.SportelloTest;
import sportello.agent.Agents;
import sportello.agent.GroupId;
import sportello.agent.Groups;
import sportello.agent.KeepingAgents;
import sportello.audit.Book;
import sportello.audit.Change;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** Where administrators keep who works here, and with which keys. */
@SportelloTest
@Transactional
class AgentDoorsTest {
    private static final String PASSWORD = "girasole quattro venti";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingAgents keeping;

    @Autowired
    private Agents agents;

    @Autowired
    private Groups groups;

    @Autowired
    private Book book;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_new_agent_enters_with_the_password_and_holds_the_keys() throws Exception {
        var form = ada();
        form.addAll("grant", List.of(group().value() + " ro", group().value() + " note"));
        send("/admin/agents", form).andExpect(status().isSeeOther());

        enter(PASSWORD).andExpect(status().isSeeOther());
        var ada = agents.byLogin("ada.conti").orElseThrow();
        assertThat(agents.grantsOf(ada.id()).byGroup()).isEqualTo(Map.of(group(), Set.of(RO, NOTE)));
        web.perform(get("/admin/agents").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content().string(containsString("Ada Conti</a>")));
    }

    @Test
    void a_new_agent_without_a_password_is_mailed_the_way_to_one() throws Exception {
        var form = ada();
        form.remove("password");
        send("/admin/agents", form).andExpect(status().isSeeOther());

        assertThat(db.sql("""
                        select count(*)
                          from scheduled_tasks s
                          join account a on a.id::text = s.task_instance
                          join agent g on g.id = a.agent_id and g.login = 'ada.conti'
                         where s.task_name = 'reset-password'
                        """).query(Long.class).single()).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login     | a b                            | «a b» non può essere un nome utente
            login     | Laura.Bassi                    | Il nome utente «laura.bassi» c’è già.
            lastName  | ' '                            | Scriva nome e cognome.
            email     | ada                            | «ada» non è un indirizzo di posta.
            email     | carla.neri@valleservizi.example | è già di un altro operatore
            password  | corta                          | La password deve avere almeno 12 caratteri.
            password  | evviva ada.conti oggi          | La password non deve contenere
            grant     | 999999 rw                      | Uno dei gruppi non c’è più
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        var form = ada();
        form.set(field, typed);
        send("/admin/agents", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("class=\"refusal\""),
                                containsString(said),
                                containsString("value=\"Ada\""),
                                not(containsString(PASSWORD)))));
        assertThat(agents.byLogin("ada.conti")).isEmpty();
    }

    @Test
    void an_agent_who_is_not_valid_any_more_is_out_at_once() throws Exception {
        send("/admin/agents", ada());
        var session = enter(PASSWORD).andReturn().getResponse().getCookies();
        web.perform(get("/agent").cookie(session)).andExpect(status().isOk());
        var form = ada();
        form.remove("valid");
        send(address("ada.conti"), form).andExpect(status().isSeeOther());

        web.perform(get("/agent").cookie(session)).andExpect(status().isFound());
        enter(PASSWORD).andExpect(status().isUnprocessableContent());
    }

    @Test
    void keys_that_are_taken_away_are_gone_and_those_of_roles_stay() throws Exception {
        var form = ada();
        form.add("grant", group().value() + " rw");
        send("/admin/agents", form);
        db.sql("""
                with r as (insert into role (name) values ('Lettori') returning id),
                     p as (insert into role_permission (role_id, group_id, permission) select id, :group, 'ro' from r)
                insert into agent_role (agent_id, role_id) select a.id, r.id from agent a, r where a.login = 'ada.conti'
                """).param("group", group().value()).update();
        form.remove("grant");
        form.add("role", role("Lettori"));
        send(address("ada.conti"), form).andExpect(status().isSeeOther());
        var ada = agents.byLogin("ada.conti").orElseThrow();
        assertThat(agents.grantsOf(ada.id()).byGroup()).isEqualTo(Map.of(group(), Set.of(RO)));
    }

    @Test
    void roles_are_given_and_taken_and_the_book_tells_which() throws Exception {
        var form = ada();
        form.add("role", role("Supervisori"));
        send("/admin/agents", form).andExpect(status().isSeeOther());
        var ada = agents.byLogin("ada.conti").orElseThrow();
        assertThat(agents.grantsOf(ada.id()).byGroup()).hasSize(3);
        web.perform(get(address("ada.conti") + "/edit").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content()
                        .string(containsString("name=\"role\" value=\"" + role("Supervisori") + "\" checked")));

        form.remove("role");
        send(address("ada.conti"), form).andExpect(status().isSeeOther());
        assertThat(agents.grantsOf(ada.id()).byGroup()).isEmpty();
        assertThat(book.read(new Sought(null, Topic.AGENTS, null, null, "Ada Conti"), null, 1)
                        .getFirst()
                        .changes())
                .containsExactly(new Change("roles", "Supervisori", null));
    }

    @Test
    void a_role_that_is_not_there_is_refused() throws Exception {
        var form = ada();
        form.add("role", "999999");
        send("/admin/agents", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Uno dei ruoli non c’è più")));
    }

    private String role(String name) {
        return db.sql("select id::text from role where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    @Test
    void one_administrator_is_always_left() throws Exception {
        db.sql("update agent set administrator = login = 'anna.riva'").update();
        var anna = keeping.find(cast.id(ANNA)).orElseThrow();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "" + anna.version());
        form.add("login", "anna.riva");
        form.add("firstName", "Anna");
        form.add("lastName", "Riva");
        form.add("email", anna.agent().email());
        form.add("valid", "true");
        send(address("anna.riva"), form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("È l’ultimo amministratore valido")));
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() throws Exception {
        send("/admin/agents", ada());
        send(address("ada.conti"), ada()).andExpect(status().isSeeOther());
        send(address("ada.conti"), ada())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var laura = keeping.find(cast.id(LAURA)).orElseThrow();
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(laura.details(), by)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(laura.agent().id(), laura.version(), laura.details(), by))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static MultiValueMap<String, String> ada() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "0");
        form.add("login", "Ada.Conti");
        form.add("firstName", "Ada");
        form.add("lastName", "Conti");
        form.add("email", "ada.conti@valleservizi.example");
        form.add("language", "it");
        form.add("password", PASSWORD);
        form.add("valid", "true");
        return form;
    }

    private GroupId group() {
        return groups.valid().getFirst().id();
    }

    private String address(String login) {
        return "/admin/agents/" + agents.byLogin(login).orElseThrow().id().value();
    }

    private ResultActions enter(String password) throws Exception {
        return web.perform(
                post("/login").with(csrf()).param("username", "ada.conti").param("password", password));
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return web.perform(post(address).params(fields).with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
