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

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.configuration.ImportingConfiguration;
import sportello.configuration.Versions;
import sportello.identity.LoggedIn;

/** Where administrators see what the configuration was, and go back to it. */
@SportelloTest
@Transactional
class VersionDoorsTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ImportingConfiguration importing;

    @Autowired
    private Versions versions;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("update company set phone = '0165 1'").update();
        bring("company:\n  phone: 0165 2\ngroups:\n- name: Officina\n");
    }

    @Test
    void a_version_is_listed_read_and_taken_along() throws Exception {
        asked(get("/admin/configuration"))
                .andExpect(
                        content().string(allOf(containsString(address()), containsString("Prima di un’importazione"))));
        asked(get(address())).andExpect(content().string(containsString("phone: 0165 1")));
        asked(get(address() + "/export"))
                .andExpect(header().string("Content-Disposition", containsString(".yaml")))
                .andExpect(content().string(containsString("phone: 0165 1")));
    }

    @Test
    void a_version_is_compared_with_today_and_becomes_what_is() throws Exception {
        var page = asked(post(address() + "/comparison"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<del>0165 2</del>"),
                                containsString("Aggiunto da allora"),
                                containsString("Officina"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();

        asked(post(address() + "/return").param("seen", seen.group(1))).andExpect(status().isSeeOther());
        assertThat(db.sql("select phone from company").query(String.class).single())
                .isEqualTo("0165 1");
        asked(get("/admin/configuration")).andExpect(content().string(containsString("Prima di un ritorno")));
    }

    @Test
    void whoever_has_not_seen_what_would_become_of_it_sees_it_first() throws Exception {
        asked(post(address() + "/return"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Guardi di nuovo"), containsString("<del>0165 2</del>"))));
        assertThat(db.sql("select phone from company").query(String.class).single())
                .isEqualTo("0165 2");
    }

    @Test
    void what_is_gone_is_not_found() throws Exception {
        var address = address();
        db.sql("delete from configuration_version").update();
        asked(get(address)).andExpect(status().isNotFound());
        asked(post(address + "/comparison")).andExpect(status().isNotFound());
        asked(get("/admin/configuration"))
                .andExpect(content()
                        .string(allOf(containsString("Ancora nessuna versione"), not(containsString(address)))));
    }

    private String address() {
        return "/admin/configuration/versions/" + versions.all().getFirst().id();
    }

    private void bring(String text) {
        assertThat(importing.carryOut(text, Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
    }

    private ResultActions asked(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
