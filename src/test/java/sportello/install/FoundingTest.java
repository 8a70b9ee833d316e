package sportello.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.queue.Queues;
import sportello.web.Letterhead;

/** The first hour of a desk that nobody works at yet. */
@SportelloTest
@Transactional
class FoundingTest {
    private static final String PASSWORD = "girasole quattro venti";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private FoundingCode code;

    @Autowired
    private Greeting greeting;

    @Autowired
    private Queues queues;

    @Autowired
    private Letterhead letterhead;

    @BeforeEach
    void nobody_is_here() {
        empty();
        letterhead.renew();
    }

    /** Jobs of the house hold single tables meanwhile: whoever wants all of them lets go and asks again. */
    private void empty() {
        db.sql("""
                        do $$
                        begin
                          set local lock_timeout = '100ms';
                          loop
                            begin
                              alter table ticket_history disable trigger user;
                              alter table audit_line disable trigger user;
                              truncate agent, customer, permission_group, queue cascade;
                              exit;
                            exception when lock_not_available then
                              perform pg_sleep(0.05);
                            end;
                          end loop;
                          set local lock_timeout = '10s';
                        end $$
                        """).update();
    }

    @Test
    void who_has_the_code_founds_a_desk_and_works_at_it() throws Exception {
        web.perform(get("/login"))
                .andExpect(content().string(containsString("<a href=\"/founding\">Apra lo sportello</a>")));
        send(Map.of()).andExpect(redirectedUrl("/login"));

        var session = web.perform(post("/login")
                        .with(csrf())
                        .param("username", "ada.conti")
                        .param("password", PASSWORD))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getCookies();
        web.perform(get("/admin/queues").cookie(session))
                .andExpect(content()
                        .string(allOf(
                                containsString("Assistenza"),
                                containsString("aiuto@valle.example"),
                                containsString("Raw"))));
        assertThat(queues.raw().name()).isEqualTo("Raw");
        assertThat(queues.byAddress(List.of("aiuto@valle.example"))
                        .orElseThrow()
                        .name())
                .isEqualTo("Assistenza");
        web.perform(get("/agent").cookie(session)).andExpect(content().string(containsString("Valle Servizi")));
    }

    @Test
    void what_is_founded_stands_in_the_book() throws Exception {
        var before = db.sql("select coalesce(max(no), 0) from audit_line")
                .query(Long.class)
                .single();
        send(Map.of()).andExpect(redirectedUrl("/login"));
        var lines = db.sql("""
                        select concat_ws(' ', topic, name, act, address)
                          from audit_line
                         where no > :before
                         order by no
                        """).param("before", before).query(String.class).list();
        assertThat(lines)
                .containsSubsequence(
                        "agents Ada Conti made 127.0.0.1",
                        "company Valle Servizi made 127.0.0.1",
                        "groups Operatori made 127.0.0.1",
                        "agents Ada Conti changed 127.0.0.1",
                        "queues Raw made 127.0.0.1",
                        "queues Assistenza made 127.0.0.1");
    }

    @Test
    void the_page_is_gone_once_it_was_used() throws Exception {
        send(Map.of()).andExpect(redirectedUrl("/login"));
        web.perform(get("/founding?code=" + code.value())).andExpect(redirectedUrl("/login"));
        send(Map.of("login", "eve")).andExpect(redirectedUrl("/login"));
        web.perform(get("/login")).andExpect(content().string(not(containsString("/founding"))));
        assertThat(db.sql("select login from agent").query(String.class).list()).containsExactly("ada.conti");
    }

    @Test
    void nobody_founds_a_desk_without_the_code_that_the_program_wrote() throws Exception {
        assertThat(greeting.text()).contains("/founding?code=" + code.value());
        web.perform(get("/founding?code=" + code.value()))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"code\" value=\"" + code.value() + "\""),
                                containsString("name=\"back\" value=\"/founding?code=" + code.value() + "\""))));
        send(Map.of("code", "guessed"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il codice di avvio non è questo")));
        assertThat(db.sql("select count(*) from agent").query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            company  | ' '               | Scriva il nome dell’azienda.
            email    | aiuto chiocciola  | «aiuto chiocciola» non è un indirizzo di posta.
            lastName | ''                | Scriva nome e cognome.
            login    | a b               | «a b» non può essere un nome utente
            ownEmail | ada               | «ada» non è un indirizzo di posta.
            password | corta             | La password deve avere almeno 12 caratteri.
            password | viva ada.conti    | La password non deve contenere
            repeated | girasole           | Le due password non sono uguali.
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        var fields = new HashMap<>(Map.of(field, typed));
        if (field.equals("password")) fields.put("repeated", typed);
        send(fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("class=\"refusal\"")))
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(containsString("value=\"Ada\"")));
        assertThat(db.sql("select count(*) from agent").query(Long.class).single())
                .isZero();
    }

    private ResultActions send(Map<String, String> other) throws Exception {
        var fields = new HashMap<>(Map.of(
                "code", code.value(),
                "company", "Valle Servizi",
                "email", "aiuto@valle.example",
                "firstName", "Ada",
                "lastName", "Conti",
                "login", "Ada.Conti",
                "ownEmail", "ada.conti@valle.example",
                "password", PASSWORD,
                "repeated", PASSWORD));
        fields.putAll(other);
        var form = post("/founding").with(csrf());
        fields.forEach(form::param);
        return web.perform(form);
    }
}
