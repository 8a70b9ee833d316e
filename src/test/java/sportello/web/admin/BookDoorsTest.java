package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;

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
import sportello.identity.LoggedIn;

/** Where administrators read what was changed. */
@SportelloTest
@Transactional
class BookDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_change_stands_in_the_book_with_who_from_where_and_what_was_there() throws Exception {
        as(post("/admin/causes").param("name", "Strada chiusa")).andExpect(status().isSeeOther());
        var cause = db.sql("select id from failure_cause where name = 'Strada chiusa'")
                .query(Long.class)
                .single();
        as(post("/admin/causes/" + cause).param("version", "0").param("name", "=Neve"))
                .andExpect(status().isSeeOther());

        as(get("/admin/book").param("q", "=Neve"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Anna Riva"),
                                containsString("Da 127.0.0.1."),
                                containsString("Cause: =Neve"),
                                containsString("<del>Strada chiusa</del>"),
                                containsString("<del>sì</del>"))));
        as(get("/admin/book/export").param("topic", "causes").param("q", "=Neve"))
                .andExpect(header().string("Content-Disposition", containsString(".csv")))
                .andExpect(content()
                        .string(containsString(
                                "\"Cause\";\"'=Neve\";\"cambiato\";\"Nome\";\"Strada chiusa\";\"'=Neve\"")));
    }

    @Test
    void a_search_keeps_what_was_asked_and_finds_only_that() throws Exception {
        as(post("/admin/groups").param("name", "Notte"));
        as(post("/admin/causes").param("name", "Strada chiusa"));

        as(get("/admin/book")
                        .param("author", "Anna Riva")
                        .param("topic", "groups")
                        .param("since", "2020-01-01"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Gruppi: Notte"),
                                not(containsString("Strada chiusa")),
                                containsString("value=\"groups\" selected"),
                                containsString("value=\"2020-01-01\""))));
        as(get("/admin/book").param("until", "2020-01-01"))
                .andExpect(content().string(containsString("Niente da leggere")));
        as(get("/admin/book").param("topic", "x").param("since", "x")).andExpect(status().isOk());
    }

    @Test
    void fifty_lines_are_a_page() throws Exception {
        for (var number = 1; number <= 51; number++)
            as(post("/admin/groups").param("name", "Turno " + number)).andExpect(status().isSeeOther());
        var last = db.sql("select max(no) from audit_line").query(Long.class).single();
        as(get("/admin/book").param("topic", "groups"))
                .andExpect(content()
                        .string(allOf(
                                containsString("topic=groups&amp;before=" + (last - 49)),
                                not(containsString("Gruppi: Turno 1<")))));
        as(get("/admin/book").param("topic", "groups").param("before", "" + (last - 49)))
                .andExpect(content().string(containsString("Gruppi: Turno 1<")));
        assertThat(last).isPositive();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
