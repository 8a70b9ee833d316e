package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** The door /reset. */
@SportelloTest
@Transactional
class ResetControllerTest {
    private static final String NEW = "nebbia e castagne";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    private String token;

    @BeforeEach
    void cast() {
        token = LoggedIn.resetToken(Cast.onStage(db).as(LAURA), db);
    }

    @Test
    void existing_unknown_and_disabled_get_the_same_answer() throws Exception {
        var known = ask("laura.bassi");
        var unknown = ask("nobody.at.all");
        db.sql("delete from account where customer_user_id is not null").update();
        var newcomer = ask("giulia.moretti");
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        var disabled = ask("laura.bassi");

        assertThat(known.getStatus()).isEqualTo(303);
        for (var other : new MockHttpServletResponse[] {unknown, newcomer, disabled}) {
            assertThat(other.getStatus()).isEqualTo(known.getStatus());
            assertThat(other.getRedirectedUrl()).isEqualTo(known.getRedirectedUrl());
            assertThat(other.getCookie(LoggedIn.NOTICE).getValue())
                    .isEqualTo(known.getCookie(LoggedIn.NOTICE).getValue());
        }
        web.perform(get("/login").cookie(known.getCookie(LoggedIn.NOTICE)))
                .andExpect(content().string(containsString("Se il nome utente o l’indirizzo ci è noto")));
    }

    @Test
    void the_link_shows_a_form_as_often_as_it_is_opened_and_takes_one_password() throws Exception {
        for (int i = 0; i < 3; i++) web.perform(get("/reset/" + token)).andExpect(status().isOk());

        var done = set(token, NEW, NEW).andExpect(redirectedUrl("/login")).andReturn();
        web.perform(get("/login").cookie(done.getResponse().getCookie(LoggedIn.NOTICE)))
                .andExpect(content().string(containsString("La nuova password è attiva")));
        web.perform(post("/login").with(csrf()).param("username", "laura.bassi").param("password", NEW))
                .andExpect(redirectedUrl("/agent"));

        set(token, NEW, NEW).andExpect(status().isGone());
        web.perform(get("/reset/" + token)).andExpect(status().isGone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "*", "~", ".*", "[]", "null", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_broken_link_is_told_clearly(String broken) throws Exception {
        web.perform(get("/reset/{token}", broken))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Collegamento non più valido")))
                .andExpect(content().string(containsString("href=\"/reset\"")));
        set(broken, NEW, NEW).andExpect(status().isGone());
    }

    @Test
    void a_link_with_its_end_cut_off_or_something_added_is_broken() throws Exception {
        web.perform(get("/reset/" + token.substring(0, 42))).andExpect(status().isGone());
        web.perform(get("/reset/" + token + "A")).andExpect(status().isGone());
        web.perform(get("/reset/" + token)).andExpect(status().isOk());
    }

    @Test
    void a_mistake_comes_back_with_its_sentence_and_the_link_stays_good() throws Exception {
        set(token, NEW, NEW + "!")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Le due password non sono uguali.")));
        set(token, "corta", "corta")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La password deve avere almeno 12 caratteri.")));

        set(token, NEW, NEW).andExpect(redirectedUrl("/login"));
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back() throws Exception {
        for (int i = 0; i < 20; i++) ask("name" + i);

        web.perform(post("/reset").with(csrf()).param("username", "laura.bassi"))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("Troppi tentativi. Riprovi tra 60 minuti.")))
                .andExpect(content().string(containsString("value=\"laura.bassi\"")));
    }

    private MockHttpServletResponse ask(String name) throws Exception {
        return web.perform(post("/reset").with(csrf()).param("username", name))
                .andReturn()
                .getResponse();
    }

    private ResultActions set(String link, String password, String repeated) throws Exception {
        return web.perform(post("/reset/{token}", link)
                .with(csrf())
                .param("password", password)
                .param("repeated", repeated));
    }
}
