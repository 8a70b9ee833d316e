package sportello.web.admin;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static sportello.cast.Operator.ANNA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** The administrators' first page finds an area by what it says of itself. */
@SportelloTest
@Transactional
class OverviewDoorsTest {
    private static final String CAUSES = "<a href=\"/admin/causes\">";
    private static final String AGENTS = "<a href=\"/admin/agents\">";

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
    void all_areas_stand_there() throws Exception {
        look("").andExpect(content().string(allOf(containsString(CAUSES), containsString(AGENTS))));
    }

    @Test
    void each_word_counts_and_neither_case_nor_accents_do() throws Exception {
        look("PERCHE  causa").andExpect(content().string(allOf(containsString(CAUSES), not(containsString(AGENTS)))));
    }

    @Test
    void what_no_area_says_is_said_back() throws Exception {
        look("<b>gatto</b>")
                .andExpect(content()
                        .string(allOf(
                                containsString("Nessun’area per «&lt;b&gt;gatto&lt;/b&gt;»."),
                                not(containsString(CAUSES)))));
    }

    private ResultActions look(String words) throws Exception {
        return web.perform(get("/admin").param("q", words).with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
