package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Operator.LAURA;
import static sportello.identity.LoggedIn.COOKIE;

import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Language;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;

/** The doors /account and /preferences. */
@SportelloTest
@Transactional
class AccountControllerTest {
    private static final String OLD = "vento caldo sul molo";
    private static final String NEW = "nebbia e castagne";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    private Cast cast;
    private RequestPostProcessor laura;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        accounts.open(cast.id(LAURA), OLD);
        laura = LoggedIn.as(cast.as(LAURA), db);
    }

    @Test
    void the_page_shows_what_is_chosen_now() throws Exception {
        web.perform(get("/account").with(laura))
                .andExpect(content().string(containsString("<option value=\"it\" lang=\"it\" selected>Italiano")))
                .andExpect(content().string(containsString("<option value=\"Europe/Rome\" selected>Europe/Rome")));
        web.perform(get("/account").with(LoggedIn.as(cast.as(EMILY), db)))
                .andExpect(content().string(containsString("<option value=\"en\" lang=\"en\" selected>English")));
    }

    @Test
    void from_the_next_page_on_the_house_speaks_as_chosen() throws Exception {
        web.perform(post("/preferences")
                        .with(laura)
                        .param("language", "en")
                        .param("zone", "America/New_York")
                        .param("theme", "dark")
                        .param("back", "/account"))
                .andExpect(redirectedUrl("/account"));

        web.perform(get("/account").with(laura))
                .andExpect(content().string(containsString("<html lang=\"en\" data-theme=\"dark\">")));
        assertThat(cast.as(LAURA).zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void what_is_not_named_or_does_not_exist_stays_as_it_is() throws Exception {
        var emily = LoggedIn.as(cast.as(EMILY), db);
        web.perform(post("/preferences").with(emily).param("theme", "dark")).andExpect(redirectedUrl("/portal"));
        web.perform(post("/preferences")
                        .with(emily)
                        .param("theme", "neon")
                        .param("zone", "Mars/Olympus")
                        .param("back", "//evil.example"))
                .andExpect(redirectedUrl("/portal"));

        assertThat(cast.as(EMILY).theme()).isEqualTo("dark");
        assertThat(cast.as(EMILY).zone()).isEqualTo(ZoneId.of("Europe/Rome"));
        assertThat(cast.as(EMILY).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void a_stranger_chooses_the_language_too_and_keeps_the_target() throws Exception {
        web.perform(post("/preferences").with(csrf()).param("language", "en").param("back", "/login?target=%2Fagent"))
                .andExpect(cookie().value("sportello-8080-language", "en"))
                .andExpect(redirectedUrl("/login?target=%2Fagent"));
    }

    @Test
    void a_new_password_lets_this_browser_stay_with_a_new_session() throws Exception {
        var elsewhere = LoggedIn.as(cast.as(LAURA), db);
        change(OLD, NEW, NEW).andExpect(status().isSeeOther()).andExpect(cookie().exists(COOKIE));

        web.perform(get("/account").with(laura)).andExpect(status().isFound());
        web.perform(get("/account").with(elsewhere)).andExpect(status().isFound());
    }

    @Test
    void each_mistake_has_its_sentence_and_changes_nothing() throws Exception {
        change("wrong", NEW, NEW).andExpect(says("La password attuale non è corretta."));
        change(OLD, NEW, NEW + "!").andExpect(says("Le due password non sono uguali."));
        change(OLD, "corta", "corta").andExpect(says("La password deve avere almeno 12 caratteri."));
        change(OLD, "x".repeat(1_000_000), "x".repeat(1_000_000))
                .andExpect(says("La password può avere al massimo 128 caratteri."));
        change(OLD, "benvenuto1234", "benvenuto1234").andExpect(says("fra le più usate"));
        change(OLD, "laura va al mare", "laura va al mare").andExpect(says("La password non deve contenere"));

        change(OLD, NEW, NEW).andExpect(status().isSeeOther());
    }

    @Test
    void the_old_password_cannot_be_guessed_at_leisure() throws Exception {
        for (int i = 0; i < 10; i++) change("", NEW, NEW).andExpect(says("La password attuale non è corretta."));

        change(OLD, NEW, NEW).andExpect(says("Troppi tentativi. Riprovi tra "));
    }

    private ResultActions change(String old, String fresh, String repeated) throws Exception {
        return web.perform(post("/account/password")
                .with(laura)
                .param("oldPassword", old)
                .param("password", fresh)
                .param("repeated", repeated));
    }

    private static org.springframework.test.web.servlet.ResultMatcher says(String sentence) {
        return result -> {
            status().isUnprocessableContent().match(result);
            content().string(containsString(sentence)).match(result);
        };
    }
}
