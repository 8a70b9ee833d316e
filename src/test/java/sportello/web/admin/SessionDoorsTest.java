package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.audit.Act;
import sportello.audit.Book;
import sportello.audit.Line;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.KeepingSessions;
import sportello.identity.LoggedIn;
import sportello.identity.Secret;

/** Where administrators see who is logged in, and end that. */
@SportelloTest
@Transactional
class SessionDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingSessions keeping;

    @Autowired
    private Book book;

    private Cast cast;
    private RequestPostProcessor anna;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from login_session").update();
        anna = LoggedIn.as(cast.as(ANNA), db);
    }

    @Test
    void the_page_tells_who_is_there_and_from_where() throws Exception {
        LoggedIn.as(cast.as(GIULIA), db);
        as(get("/admin/sessions"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Giulia Moretti<div class=\"soft\">utente cliente"),
                                containsString("Anna Riva<div class=\"soft\">operatore"),
                                containsString("192.0.2.1"),
                                containsString("questa"))));
        as(get("/admin/sessions").param("q", "GIULIA"))
                .andExpect(content()
                        .string(allOf(containsString("Giulia Moretti"), not(containsString("operatore</div>")))));
    }

    @Test
    void a_session_that_is_ended_opens_nothing_any_more_and_the_others_stay() throws Exception {
        var ended = LoggedIn.as(cast.as(LAURA), db);
        var id = newest();
        var stays = LoggedIn.as(cast.as(LAURA), db);
        web.perform(get("/agent").with(ended)).andExpect(status().isOk());
        as(post("/admin/sessions/" + id + "/end")).andExpect(status().isSeeOther());

        web.perform(get("/agent").with(ended)).andExpect(status().isFound());
        web.perform(get("/agent").with(stays)).andExpect(status().isOk());
        assertThat(book.read(new Sought(null, Topic.SESSIONS, null, null, ""), null, 1))
                .extracting(Line::name, Line::act)
                .containsExactly(tuple("Laura Bassi", Act.REMOVED));
        as(post("/admin/sessions/" + id + "/end"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("era già finita")));
    }

    @Test
    void all_sessions_of_a_person_end_at_once_but_never_the_own_one() throws Exception {
        var browsers = List.of(LoggedIn.as(cast.as(LAURA), db), LoggedIn.as(cast.as(LAURA), db));
        as(get("/admin/sessions"))
                .andExpect(content().string(containsString("Termina tutte le sessioni di Laura Bassi")));
        as(post("/admin/sessions/accounts/" + account(LAURA.login()) + "/end")).andExpect(status().isSeeOther());
        for (var browser : browsers) web.perform(get("/agent").with(browser)).andExpect(status().isFound());

        var another = LoggedIn.as(cast.as(ANNA), db);
        as(post("/admin/sessions/accounts/" + account(ANNA.login()) + "/end")).andExpect(status().isSeeOther());
        web.perform(get("/agent").with(another)).andExpect(status().isFound());
        as(get("/admin/sessions")).andExpect(status().isOk());
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var token = Secret.parse("x".repeat(43)).orElseThrow();
        assertThat(keeping.end(newest(), token, cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.endAllOf(account(ANNA.login()), token, cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private long newest() {
        return db.sql("select max(id) from login_session").query(Long.class).single();
    }

    private long account(String login) {
        return db.sql("select a.id from account a join agent g on g.id = a.agent_id where g.login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(anna));
    }
}
