package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.regex.Pattern;
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
import sportello.identity.Authenticator;
import sportello.identity.LoggedIn;
import sportello.settings.Secrets;

/** What is dangerous asks once more who somebody is, and loses nothing of what was typed. */
@SportelloTest
@Transactional
class ProofDoorsTest {
    private static final String PASSWORD = "vento caldo sul molo";
    private static final Pattern WITHHELD = Pattern.compile("name=\"_withheld\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    Secrets secrets;

    private Cast cast;
    private RequestPostProcessor anna;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        accounts.open(cast.id(ANNA), PASSWORD);
        anna = LoggedIn.as(cast.as(ANNA), db);
    }

    @Test
    void within_a_quarter_of_an_hour_nothing_is_asked() throws Exception {
        longAgo("14 minutes");
        as(role()).andExpect(status().isSeeOther());
    }

    @Test
    void after_that_the_password_is_asked_for_and_the_form_goes_on_as_it_was_typed() throws Exception {
        longAgo("16 minutes");
        var asked = as(role()).andExpect(status().isUnprocessableContent());
        asked.andExpect(content().string(allOf(containsString("name=\"_proof\""), not(containsString("Città & C.")))));
        assertThat(roles()).isZero();

        var form = withheld(asked);
        var again =
                proved("/admin/roles", form, "acqua fredda dal rubinetto").andExpect(status().isUnprocessableContent());
        again.andExpect(content().string(containsString("Non è corretto.")));
        assertThat(roles()).isZero();

        proved("/admin/roles", withheld(again), PASSWORD).andExpect(status().isSeeOther());
        assertThat(roles()).isEqualTo(1);
        as(post("/admin/roles").param("name", "Altri")).andExpect(status().isSeeOther());
    }

    @Test
    void a_code_does_as_well_as_the_password() throws Exception {
        var app = Authenticator.of(cast.as(ANNA), db, secrets);
        longAgo("16 minutes");
        proved("/admin/roles", withheld(as(role())), app.code()).andExpect(status().isSeeOther());
        longAgo("16 minutes");
        proved("/admin/roles", withheld(as(role())), app.code()).andExpect(status().isUnprocessableContent());
    }

    @Test
    void what_is_withheld_is_good_for_this_person_and_this_door_only() throws Exception {
        longAgo("16 minutes");
        var form = withheld(as(role()));
        proved("/admin/permissions/1", form, PASSWORD);
        proved("/admin/agents", form, PASSWORD);
        assertThat(roles()).isZero();

        db.sql("update agent set administrator = true where login = 'laura.bassi'")
                .update();
        var laura = LoggedIn.as(cast.as(LAURA), db);
        web.perform(post("/admin/roles").with(laura).param("_withheld", form))
                .andExpect(status().isUnprocessableContent());
        assertThat(roles()).isZero();
    }

    /** How whoever has no password of this house goes on: out and in again in another tab. */
    @Test
    void a_fresh_log_in_beside_it_lets_the_form_go_on() throws Exception {
        longAgo("16 minutes");
        var form = withheld(as(role()));
        anna = LoggedIn.as(cast.as(ANNA), db);
        proved("/admin/roles", form, "").andExpect(status().isSeeOther());
        assertThat(roles()).isEqualTo(1);
    }

    @Test
    void a_typed_password_does_not_stand_in_the_page_that_asks() throws Exception {
        longAgo("16 minutes");
        as(post("/admin/relay").param("host", "smtp.valle.example").param("secret", "acqua-di-fonte"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("acqua-di-fonte"))));
    }

    @Test
    void the_password_cannot_be_guessed_here_either() throws Exception {
        longAgo("16 minutes");
        var form = withheld(as(role()));
        for (int i = 0; i < 10; i++) proved("/admin/roles", form, "");
        proved("/admin/roles", form, PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Troppi tentativi.")));
    }

    @Test
    void no_stranger_at_the_door_keeps_from_proving_or_from_a_new_password_who_is_in() throws Exception {
        for (int i = 0; i < 11; i++)
            web.perform(
                    post("/login").with(csrf()).param("username", "anna.riva").param("password", "acqua fredda"));
        longAgo("16 minutes");
        proved("/admin/roles", withheld(as(role())), PASSWORD).andExpect(status().isSeeOther());
        as(post("/account/password")
                        .param("oldPassword", PASSWORD)
                        .param("password", "nebbia e castagne")
                        .param("repeated", "nebbia e castagne"))
                .andExpect(redirectedUrl("/account"));
    }

    private static MockHttpServletRequestBuilder role() {
        return post("/admin/roles").param("name", "Città & C.").param("valid", "true");
    }

    private void longAgo(String time) {
        db.sql("update login_session set proven_at = now() - cast(:time as interval)")
                .param("time", time)
                .update();
    }

    private long roles() {
        return db.sql("select count(*) from role where name = 'Città & C.' and valid")
                .query(Long.class)
                .single();
    }

    private ResultActions proved(String door, String form, String proof) throws Exception {
        return as(post(door).param("_withheld", form).param("_proof", proof));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(anna));
    }

    private static String withheld(ResultActions asked) throws Exception {
        var found = WITHHELD.matcher(asked.andReturn().getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
