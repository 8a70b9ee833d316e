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
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
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
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;

/** Where administrators read who came in and who did not. */
@SportelloTest
@Transactional
class AccessLogDoorsTest {
    private static final String PASSWORD = "vento caldo sul molo";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    private Cast cast;
    private long before;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        accounts.open(cast.id(LAURA), PASSWORD);
        accounts.open(cast.id(GIULIA), PASSWORD);
        before = db.sql("select coalesce(max(no), 0) from access_line")
                .query(Long.class)
                .single();
    }

    @Test
    void whoever_enters_and_whoever_does_not_stands_there_and_no_password_does() throws Exception {
        logIn("laura.bassi", "sbagliata del tutto");
        logIn("nessuno.qui", PASSWORD);
        var session =
                logIn("giulia.moretti", PASSWORD).andReturn().getResponse().getCookie(LoggedIn.COOKIE);
        web.perform(post("/logout").with(csrf()).cookie(session)).andExpect(status().isSeeOther());

        assertThat(lines()).containsExactly("denied password", "denied unknown", "entered ", "left ");
        assertThat(db.sql("select string_agg(row_to_json(l)::text, ' ') from access_line l where no > :before")
                        .param("before", before)
                        .query(String.class)
                        .single())
                .doesNotContain("sbagliata", "molo", "nessuno.qui");
        as(get("/admin/access-log").param("person", "moretti").param("kind", "entered"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Giulia Moretti"),
                                containsString("Firefox, Linux"),
                                containsString("127.0.0.1"),
                                not(containsString("Laura Bassi</span>")))));
    }

    @Test
    void a_list_that_was_handed_out_stands_there_with_its_filter_and_so_does_the_log_itself() throws Exception {
        as(get("/search/export?q=pompa rotta")).andExpect(status().isOk());
        as(get("/admin/access-log/export?format=xlsx&person=riva")).andExpect(status().isOk());
        as(get("/admin/configuration/export")).andExpect(status().isOk());

        as(get("/admin/access-log/export?kind=handed_out&person=riva"))
                .andExpect(content()
                        .string(allOf(
                                containsString("\"/search/export\";\"0\";\"q=pompa rotta\""),
                                containsString("\"/admin/access-log/export\";\"1\";\"format=xlsx&person=riva\""),
                                containsString("\"/admin/configuration/export\""))));
    }

    @Test
    void whoever_ends_a_session_of_another_is_named() throws Exception {
        LoggedIn.cookie(cast.as(LAURA), db);
        var session = db.sql("""
                select s.id from login_session s join account a on a.id = s.account_id where a.agent_id = :laura
                """)
                .param("laura", cast.id(LAURA).value())
                .query(Long.class)
                .single();
        as(post("/admin/sessions/" + session + "/end")).andExpect(status().isSeeOther());
        as(get("/admin/access-log").param("kind", "session_ended").param("person", "bassi"))
                .andExpect(content()
                        .string(allOf(containsString("Laura Bassi"), containsString("Da parte di Anna Riva."))));
    }

    @Test
    void whoever_has_a_role_for_it_reads_it_and_nothing_else_that_administrators_keep() throws Exception {
        var laura = LoggedIn.as(cast.as(LAURA), db);
        web.perform(get("/admin/access-log").with(laura)).andExpect(status().isNotFound());
        web.perform(get("/agent").with(laura)).andExpect(content().string(not(containsString("/admin/access-log"))));
        as(post("/admin/roles")
                        .param("name", "Vigilanza")
                        .param("valid", "true")
                        .param("readsOnly", "true")
                        .param("readsAccess", "true"))
                .andExpect(status().isSeeOther());
        db.sql("insert into agent_role (agent_id, role_id) select :laura, id from role where name = 'Vigilanza'")
                .param("laura", cast.id(LAURA).value())
                .update();

        web.perform(get("/agent").with(laura)).andExpect(content().string(containsString("/admin/access-log")));
        web.perform(get("/admin/access-log").with(laura))
                .andExpect(content()
                        .string(allOf(
                                containsString("Cerca negli accessi"),
                                not(containsString("href=\"/admin\"")),
                                not(containsString("href=\"/admin/access\"")))));
        web.perform(get("/admin/access-log/export").with(laura)).andExpect(status().isOk());
        web.perform(get("/admin/book").with(laura)).andExpect(status().isNotFound());
        web.perform(post("/admin/access").with(laura)).andExpect(status().isNotFound());
        db.sql("update role set valid = false where name = 'Vigilanza'").update();
        web.perform(get("/admin/access-log").with(laura)).andExpect(status().isNotFound());
    }

    private List<String> lines() {
        return db.sql("select kind || ' ' || why from access_line where no > :before order by no")
                .param("before", before)
                .query(String.class)
                .list();
    }

    private ResultActions logIn(String name, String password) throws Exception {
        return web.perform(post("/login")
                .with(csrf())
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .param("username", name)
                .param("password", password));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
