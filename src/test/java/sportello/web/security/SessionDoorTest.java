package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.identity.LoggedIn.COOKIE;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;

/** What a cookie is good for at the doors, and what it is not. */
@SportelloTest
@Transactional
class SessionDoorTest {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    private Cast cast;
    private RequestPostProcessor laura;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        laura = LoggedIn.as(cast.as(LAURA), db);
    }

    @Test
    void a_session_opens_the_doors_of_its_person_only() throws Exception {
        web.perform(get("/agent").with(laura)).andExpect(status().isOk());
        web.perform(get("/agent").with(LoggedIn.as(cast.as(GIULIA), db))).andExpect(status().isNotFound());
        web.perform(get("/agent")).andExpect(redirectedUrl("/login?target=%2Fagent"));
    }

    @Test
    void no_servlet_session_is_ever_made() throws Exception {
        var result = web.perform(get("/account").with(laura)).andReturn();

        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(result.getResponse().getHeaders("Set-Cookie")).noneMatch(set -> set.startsWith("JSESSIONID"));
    }

    @Test
    void an_edited_cookie_is_nobodys() throws Exception {
        var token = cookieOf(laura).getValue();
        var edited = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        for (var value : new String[] {edited, token + "A", token.substring(1), "", "' or 1=1 --", "A".repeat(9_000)})
            web.perform(get("/account").cookie(new Cookie(COOKIE, value))).andExpect(status().isFound());
    }

    @Test
    void the_hash_from_a_stolen_database_opens_nothing() throws Exception {
        var stored = db.sql("select translate(encode(token_hash, 'base64'), '+/=', '-_') from login_session")
                .query(String.class)
                .single();

        web.perform(get("/account").cookie(new Cookie(COOKIE, stored))).andExpect(status().isFound());
    }

    @Test
    void who_is_disabled_stands_outside_at_once() throws Exception {
        web.perform(get("/account").with(laura)).andExpect(status().isOk());
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();

        web.perform(get("/account").with(laura)).andExpect(status().isFound());
    }

    @Test
    void after_log_out_the_old_cookie_is_worth_nothing() throws Exception {
        web.perform(post("/logout").with(laura))
                .andExpect(redirectedUrl("/login?out=true"))
                .andExpect(header().stringValues(
                                "Set-Cookie",
                                org.hamcrest.Matchers.hasItem(org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.startsWith(COOKIE + "=;"),
                                        org.hamcrest.Matchers.containsString("Max-Age=0")))));

        web.perform(get("/account").with(laura)).andExpect(status().isFound());
    }

    @Test
    void following_a_link_never_logs_anybody_out() throws Exception {
        web.perform(get("/logout").with(laura)).andExpect(status().isNotFound());
        web.perform(get("/account").with(laura)).andExpect(status().isOk());
    }

    @Test
    void a_change_without_our_token_or_from_another_site_is_refused() throws Exception {
        var cookie = cookieOf(laura);

        web.perform(post("/logout").cookie(cookie)).andExpect(status().isForbidden());
        web.perform(post("/logout").cookie(cookie).param("_csrf", "guessed")).andExpect(status().isForbidden());
        web.perform(post("/logout").cookie(cookie).contentType("text/plain").content("{\"_csrf\":1}"))
                .andExpect(status().isForbidden());
        web.perform(post("/logout").with(laura).header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        web.perform(post("/logout").with(laura).header("Origin", "https://evil.example"))
                .andExpect(status().isForbidden());

        web.perform(get("/account").cookie(cookie)).andExpect(status().isOk());
    }

    @Test
    void a_method_in_disguise_is_no_other_method() throws Exception {
        web.perform(get("/logout").with(laura).param("_method", "POST").header("X-HTTP-Method-Override", "POST"))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_form_that_is_sent_after_the_session_ended_is_told_so_and_not_led_away() throws Exception {
        web.perform(
                        post("/account/password")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void data_that_is_asked_for_by_a_stranger_is_not_answered_with_a_page() throws Exception {
        web.perform(get("/agent/live").accept("text/event-stream")).andExpect(status().isUnauthorized());
    }

    private Cookie cookieOf(RequestPostProcessor browser) throws Exception {
        var request = web.perform(get("/login").with(browser)).andReturn().getRequest();
        return request.getCookies()[0];
    }
}
