package sportello.web.admin;

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
import static sportello.cast.Operator.ANNA;
import static sportello.ldap.CompanyDirectory.PASSWORD;
import static sportello.ldap.CompanyDirectory.SERVICE;
import static sportello.ldap.CompanyDirectory.SERVICE_PASSWORD;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;
import sportello.ldap.CompanyDirectory;

/** Where administrators keep the directory, and how its people enter. */
@SportelloTest
@Transactional
class LdapDoorsTest {
    private static final String LOCAL = "vento caldo sul molo";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    private CompanyDirectory directory;
    private Cast cast;
    private RequestPostProcessor anna;

    @BeforeEach
    void open() throws Exception {
        directory = new CompanyDirectory(null);
        cast = Cast.onStage(db);
        accounts.open(cast.id(ANNA), LOCAL);
        anna = LoggedIn.as(cast.as(ANNA), db);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void a_trial_shows_whom_it_finds_and_keeps_nothing() throws Exception {
        as(form("/admin/ldap/trial").param("person", "ugo.valli"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("uid=ugo.valli,dc=valle,dc=example"),
                                containsString("cn=helpdesk"),
                                not(containsString(SERVICE_PASSWORD)))));
        as(form("/admin/ldap/trial").param("person", "nessuno"))
                .andExpect(content().string(containsString("non trova")));
        directory.close();
        as(form("/admin/ldap/trial").param("person", "ugo.valli"))
                .andExpect(content().string(containsString("non risponde come dovrebbe")));
        assertThat(count("ldap_server")).isZero();
    }

    @Test
    void an_agent_is_made_at_the_first_log_in_and_corrected_at_the_next() throws Exception {
        as(form("/admin/ldap")).andExpect(redirectedUrl("/admin/ldap"));
        logIn("ugo.valli", "acqua fredda dal rubinetto").andExpect(status().isUnprocessableContent());
        assertThat(ugo()).isEmpty();

        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        assertThat(ugo()).isEqualTo("Ugo Valli ugo.valli@directory.example Supervisori");

        directory.rename("ugo.valli", "Valli Conti");
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        assertThat(ugo()).isEqualTo("Ugo Valli Conti ugo.valli@directory.example Supervisori");
        assertThat(db.sql("select count(*) from audit_line where name like 'Ugo Valli%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void roles_follow_the_groups_and_who_is_in_none_does_not_enter() throws Exception {
        as(form("/admin/ldap").param("role", "" + role("Notturni")).param("group", "cn=notte,dc=valle,dc=example"));
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        directory.groups("ugo.valli", "cn=notte,dc=valle,dc=example");
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        assertThat(ugo()).endsWith("Notturni");

        directory.groups("ugo.valli", "cn=altri,dc=valle,dc=example");
        logIn("ugo.valli", PASSWORD).andExpect(status().isUnprocessableContent());
        logIn("zoe.fuori", PASSWORD).andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_role_that_is_none_is_passed_over_and_its_place_with_it() throws Exception {
        as(form("/admin/ldap")
                        .param("role", "", "" + role("Notturni"))
                        .param("group", "", "cn=notte,dc=valle,dc=example"))
                .andExpect(status().isSeeOther());
        directory.groups("ugo.valli", "cn=notte,dc=valle,dc=example");
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        assertThat(ugo()).endsWith("Notturni");
    }

    /** Somebody of the same log-in name who is somebody else here. */
    @Test
    void the_directory_proves_nobody_whom_it_does_not_know_here() throws Exception {
        as(form("/admin/ldap")).andExpect(redirectedUrl("/admin/ldap"));
        db.sql("update login_session set proven_at = now() - interval '16 minutes'")
                .update();
        var role = post("/admin/roles").param("name", "Reperibili").param("valid", "true");
        as(role.param("_proof", PASSWORD))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Non è corretto.")));

        db.sql("insert into ldap_agent (agent_id) values (:anna)")
                .param("anna", cast.id(ANNA).value())
                .update();
        as(post("/admin/roles")
                        .param("name", "Reperibili")
                        .param("valid", "true")
                        .param("_proof", PASSWORD))
                .andExpect(status().isSeeOther());
    }

    @Test
    void a_group_within_a_group_gives_its_role_where_administrators_want_it() throws Exception {
        directory.nest("helpdesk", "notte");
        as(form("/admin/ldap").param("role", "" + role("Notturni")).param("group", "notte"));
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        assertThat(ugo()).endsWith(" Supervisori");

        as(form("/admin/ldap")
                .param("role", "" + role("Notturni"))
                .param("group", "notte")
                .param("nested", "true"));
        as(get("/admin/ldap")).andExpect(content().string(containsString("name=\"nested\" value=\"true\" checked")));
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));
        assertThat(ugo()).contains("Supervisori").contains("Notturni");
    }

    @Test
    void a_local_administrator_is_never_taken_over_and_enters_without_the_directory() throws Exception {
        as(form("/admin/ldap"));
        logIn("anna.riva", PASSWORD).andExpect(status().isUnprocessableContent());
        logIn("anna.riva", LOCAL).andExpect(redirectedUrl("/agent"));
        directory.close();
        logIn("anna.riva", LOCAL).andExpect(redirectedUrl("/agent"));
        logIn("ugo.valli", PASSWORD)
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("non risponde")));
        logIn("nobody.at.all", PASSWORD).andExpect(status().isServiceUnavailable());
    }

    @Test
    void who_comes_from_the_directory_has_no_password_here_any_more() throws Exception {
        db.sql(
                        "insert into agent (login, first_name, last_name, email) values ('ugo.valli', 'U', 'V', 'ugo@v.example')")
                .update();
        var id = db.sql("select id from agent where login = 'ugo.valli'")
                .query(Long.class)
                .single();
        accounts.open(new sportello.agent.AgentId(id), LOCAL);
        logIn("ugo.valli", LOCAL).andExpect(redirectedUrl("/agent"));
        as(form("/admin/ldap"));
        logIn("ugo.valli", PASSWORD).andExpect(redirectedUrl("/agent"));

        logIn("ugo.valli", LOCAL).andExpect(status().isUnprocessableContent());
        db.sql("update agent set valid = false where login = 'ugo.valli'").update();
        logIn("ugo.valli", PASSWORD).andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_password_of_the_service_user_does_not_go_to_another_server() throws Exception {
        as(form("/admin/ldap"));
        as(get("/admin/ldap")).andExpect(content().string(not(containsString(SERVICE_PASSWORD))));
        as(form("/admin/ldap", "", "127.0.0.1"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva la password")));
        as(form("/admin/ldap", "", "localhost")).andExpect(redirectedUrl("/admin/ldap"));
        as(post("/admin/ldap/removal")).andExpect(redirectedUrl("/admin/ldap"));
        assertThat(count("ldap_server")).isZero();
        logIn("ugo.valli", PASSWORD).andExpect(status().isUnprocessableContent());
    }

    private MockHttpServletRequestBuilder form(String address) {
        return form(address, SERVICE_PASSWORD, "localhost");
    }

    private MockHttpServletRequestBuilder form(String address, String secret, String host) {
        return post(address)
                .param("active", "true")
                .param("host", host)
                .param("port", "" + directory.port())
                .param("encryption", "NONE")
                .param("bindDn", SERVICE)
                .param("secret", secret)
                .param("base", "dc=valle,dc=example")
                .param("filter", "(&(objectClass=person)(uid={login}))")
                .param("login", "uid")
                .param("firstName", "givenName")
                .param("lastName", "sn")
                .param("email", "mail")
                .param("groups", "memberOf")
                .param("role", "" + role("Supervisori"))
                .param("group", "helpdesk");
    }

    private long role(String name) {
        return db.sql("""
                insert into role (name) values (:name) on conflict (name) do update set valid = true returning id
                """).param("name", name).query(Long.class).single();
    }

    private String ugo() {
        return db.sql("""
                select a.first_name || ' ' || a.last_name || ' ' || a.email || ' ' || string_agg(r.name, ',')
                  from agent a
                  join agent_role m on m.agent_id = a.id
                  join role r on r.id = m.role_id
                 where a.login = 'ugo.valli'
                 group by a.id
                """).query(String.class).optional().orElse("");
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    private ResultActions logIn(String name, String password) throws Exception {
        return web.perform(post("/login").with(csrf()).param("username", name).param("password", password));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(anna));
    }
}
