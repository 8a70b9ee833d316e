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

import java.time.ZoneId;
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
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.base.Language;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
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
        send(Map.of()).andExpect(redirectedUrl("/admin/start"));

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
        send(Map.of()).andExpect(redirectedUrl("/admin/start"));
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
    void the_first_steps_lead_on_and_what_is_left_out_is_still_to_be_done() throws Exception {
        send(Map.of());
        web.perform(get("/admin/start").with(admin())).andExpect(redirectedUrl("/admin/company?guided=true"));
        see("/admin/company?guided=true", content().string(containsString("href=\"/admin/start?after=company\"")));
        see("/admin/company", content().string(not(containsString("/admin/start"))));
        web.perform(get("/admin/start?after=company").with(admin()))
                .andExpect(redirectedUrl("/admin/relay/new?guided=true"));

        web.perform(relay("smtp valle"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"guided\""),
                                containsString("Scriva il nome del server di posta"),
                                containsString("value=\"smtp valle\""))));
        web.perform(relay("smtp.valle.example")).andExpect(redirectedUrl("/admin/start?after=relay"));
        web.perform(get("/admin/start?after=relay").with(admin()))
                .andExpect(redirectedUrl("/admin/mailboxes/new?guided=true"));
        see(
                "/admin",
                content()
                        .string(allOf(
                                containsString("Ancora da fare"),
                                containsString("/admin/company?guided=true"),
                                containsString("/admin/mailboxes/new?guided=true"),
                                containsString("/admin/queues/starter?guided=true"),
                                containsString("/admin/hours/new?guided=true"),
                                not(containsString("/admin/relay/new?guided=true")))));
    }

    @Test
    void the_way_is_over_when_all_is_done_or_dismissed() throws Exception {
        send(Map.of());
        web.perform(relay("smtp.valle.example"));
        for (var step : List.of("company", "mailboxes", "hours"))
            web.perform(post("/admin/start/" + step + "/dismissal").with(admin()))
                    .andExpect(redirectedUrl("/admin"));
        web.perform(starter("Reclami", "reclami@valle.example")).andExpect(redirectedUrl("/admin/start?after=queues"));
        web.perform(get("/admin/start?after=queues").with(admin())).andExpect(redirectedUrl("/admin"));
        web.perform(get("/admin/start").with(admin())).andExpect(redirectedUrl("/admin"));
        see("/admin", content().string(not(containsString("Ancora da fare"))));
        see("/admin/company?guided=true", content().string(not(containsString("/admin/start"))));
    }

    @Test
    void the_proposed_queues_come_to_be_together_or_not_at_all() throws Exception {
        send(Map.of());
        see("/admin/queues/starter?guided=true", content().string(containsString("value=\"Guasti e segnalazioni\"")));
        web.perform(starter("Assistenza", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Una coda «Assistenza» c’è già."),
                                containsString("value=\"Guasti\""),
                                containsString("value=\"guasti@valle.example\""))));
        assertThat(queues.byName("Guasti")).isEmpty();

        web.perform(starter("Reclami", "")).andExpect(status().isSeeOther());
        assertThat(queues.valid().stream().map(Queue::name).toList())
                .containsExactlyInAnyOrder("Raw", "Assistenza", "Guasti", "Reclami");
        assertThat(queues.byAddress(List.of("guasti@valle.example"))
                        .orElseThrow()
                        .name())
                .isEqualTo("Guasti");
    }

    /** Of three lines one is not wanted. */
    private MockHttpServletRequestBuilder starter(String second, String address) {
        var group = queues.raw().group().value();
        return post("/admin/queues/starter")
                .with(admin())
                .param("guided", "true")
                .param("wanted0", "true")
                .param("wanted1", "true")
                .param("name", "Guasti", second, "Sicurezza")
                .param("address", "guasti@valle.example", address, "")
                .param("group", "" + group);
    }

    private MockHttpServletRequestBuilder relay(String host) {
        return post("/admin/relay")
                .with(admin())
                .param("guided", "true")
                .param("name", "Posta")
                .param("valid", "true")
                .param("host", host)
                .param("port", "587")
                .param("user", "desk")
                .param("secret", "vento caldo");
    }

    private void see(String page, ResultMatcher said) throws Exception {
        web.perform(get(page).with(admin())).andExpect(status().isOk()).andExpect(said);
    }

    private RequestPostProcessor admin() {
        var id = new AgentId(db.sql("select coalesce(max(id), 0) from agent")
                .query(Long.class)
                .single());
        var ada = new AgentViewer(
                id, "Ada", "Conti", Language.ITALIAN, ZoneId.of("Europe/Rome"), "auto", true, false, Grants.NONE);
        return LoggedIn.as(ada, db);
    }

    @Test
    void the_page_is_gone_once_it_was_used() throws Exception {
        send(Map.of()).andExpect(redirectedUrl("/admin/start"));
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

    /** The page spoke English to whoever founded it, and nobody has said which zone it is in. */
    @Test
    void the_house_speaks_as_whoever_founded_it() throws Exception {
        web.perform(form(Map.of()).header("Accept-Language", "en")).andExpect(redirectedUrl("/admin/start"));
        assertThat(db.sql("select language || ' ' || time_zone from company")
                        .query(String.class)
                        .single())
                .isEqualTo("en Europe/Rome");
        web.perform(get("/login").header("Accept-Language", "de"))
                .andExpect(content().string(containsString("User name")));
        web.perform(get("/login")).andExpect(content().string(containsString("User name")));
    }

    private ResultActions send(Map<String, String> other) throws Exception {
        return web.perform(form(other));
    }

    private MockHttpServletRequestBuilder form(Map<String, String> other) {
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
        return form;
    }
}
