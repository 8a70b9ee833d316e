package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.ApiTokens;
import sportello.identity.Authenticator;
import sportello.identity.LoggedIn;
import sportello.settings.Secrets;

/** Programs work for a person by a token, where the table says so. */
@SportelloTest
@Transactional
class TokenDoorsTest {
    private static final Pattern TOKEN = Pattern.compile("<code>(spt_[A-Za-z0-9_-]{43})</code>");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Secrets secrets;

    private Cast cast;
    private RequestPostProcessor laura;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        laura = LoggedIn.as(cast.as(LAURA), db);
    }

    @Test
    void a_token_is_shown_once_kept_as_a_hash_and_tells_who_one_is() throws Exception {
        var token = made(laura, "30", false);
        web.perform(get("/account/tokens").with(laura))
                .andExpect(content().string(allOf(containsString("Statistiche"), not(containsString(token)))));
        assertThat(db.sql("select encode(token_hash, 'escape') from api_token")
                        .query(String.class)
                        .single())
                .doesNotContain(token.substring(4));

        me(token)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("agent"))
                .andExpect(jsonPath("$.name").value("Laura Bassi"));
        me(made(LoggedIn.as(cast.as(GIULIA), db), "1", false))
                .andExpect(jsonPath("$.kind").value("customer_user"));
    }

    @Test
    void nonsense_and_what_is_over_is_nobody_and_gets_no_page() throws Exception {
        var token = made(laura, "30", false);
        for (var odd : new String[] {"", "x", token.substring(4), token.substring(0, 46) + "é", token + "x"})
            me(odd).andExpect(status().isUnauthorized());
        web.perform(get("/api/me")).andExpect(status().isUnauthorized());

        db.sql(
                        "update api_token set created_at = created_at - interval '31 days', expires_at = expires_at - interval '31 days'")
                .update();
        me(token).andExpect(status().isUnauthorized());
    }

    @Test
    void who_ends_it_or_leaves_ends_what_works_for_them_but_nobody_elses() throws Exception {
        var token = made(laura, "30", true);
        var id = db.sql("select id from api_token").query(Long.class).single();
        web.perform(post("/account/tokens/" + id + "/end").with(LoggedIn.as(cast.as(GIULIA), db)));
        me(token).andExpect(status().isOk());
        web.perform(post("/account/tokens/" + id + "/end").with(laura)).andExpect(redirectedUrl("/account/tokens"));
        me(token).andExpect(status().isUnauthorized());

        var another = made(laura, "30", true);
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        db.sql("update agent set valid = true where login = 'laura.bassi'").update();
        me(another).andExpect(status().isUnauthorized());
    }

    @Test
    void with_the_password_they_end_if_the_person_says_so() throws Exception {
        accounts.open(cast.id(PIERO), "vento caldo sul molo");
        var token = made(LoggedIn.as(cast.as(PIERO), db), "30", true);
        change("vento caldo sul molo", "pane e castagne ancora", "").andExpect(redirectedUrl("/account"));
        me(token).andExpect(status().isOk());
        change("pane e castagne ancora", "acqua fredda in cantina", "true").andExpect(redirectedUrl("/account"));
        me(token).andExpect(status().isUnauthorized());
    }

    @Test
    void a_token_rests_while_the_person_owes_a_second_factor() throws Exception {
        var token = made(laura, "30", true);
        db.sql("""
                with demanding as (insert into role (name, factor_demanded) values ('Con codice', true) returning id)
                insert into agent_role (agent_id, role_id)
                select a.id, demanding.id from agent a, demanding where a.login = 'laura.bassi'
                """).update();
        me(token)
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("verifica in due passaggi")));
        assertThat(db.sql("select used_at from api_token").query().singleRow().get("used_at"))
                .isNull();
        me(token.substring(0, 40)).andExpect(status().isUnauthorized());

        Authenticator.of(cast.as(LAURA), db, secrets);
        me(token).andExpect(status().isOk());
    }

    @Test
    void a_token_opens_no_page_and_a_cookie_beside_it_does_not_help() throws Exception {
        var token = made(laura, "30", true);
        web.perform(get("/agent").header("Authorization", "Bearer " + token)).andExpect(status().isUnauthorized());
        web.perform(get("/agent").with(laura).header("Authorization", "Bearer x"))
                .andExpect(status().isUnauthorized());
        web.perform(post("/account/tokens")
                        .header("Authorization", "Bearer " + token)
                        .param("name", "x")
                        .param("days", "1"))
                .andExpect(status().isForbidden());
        web.perform(get("/api/me").cookie(new Cookie(LoggedIn.COOKIE, token.substring(4))))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void one_that_only_reads_changes_nothing() {
        var viewer = cast.as(LAURA);
        var reading = tokens.make(viewer, "legge", false, 1).then(this::tried);
        assertThat(reading).isEqualTo(sportello.base.Outcome.done("true false"));
        assertThat(tokens.make(viewer, "scrive", true, 1).then(this::tried))
                .isEqualTo(sportello.base.Outcome.done("true true"));
    }

    @Test
    void a_token_has_a_name_and_an_end() throws Exception {
        for (var days : new String[] {"0", "367", "x", ""})
            web.perform(post("/account/tokens").with(laura).param("name", "x").param("days", days))
                    .andExpect(status().isUnprocessableContent());
        web.perform(post("/account/tokens").with(laura).param("name", " ").param("days", "1"))
                .andExpect(status().isUnprocessableContent());
        assertThat(tokens.of(cast.as(LAURA))).isEmpty();
    }

    private sportello.base.Outcome<String> tried(String token) {
        return sportello.base.Outcome.done(tokens.find(token, false).isPresent() + " "
                + tokens.find(token, true).isPresent());
    }

    @Test
    void nobody_has_more_than_so_many() throws Exception {
        var most = Edge.of("identity/ApiTokens.MOST").limit();
        for (var kept = 1; kept <= most; kept++) made(laura, "30", false);
        web.perform(post("/account/tokens").with(laura).param("name", "Ancora").param("days", "30"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Ancora")));
    }

    private String made(RequestPostProcessor browser, String days, boolean writes) throws Exception {
        var page = web.perform(post("/account/tokens")
                        .with(browser)
                        .param("name", "Statistiche")
                        .param("days", days)
                        .param("writes", "" + writes))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private ResultActions change(String from, String to, String tokensToo) throws Exception {
        return web.perform(post("/account/password")
                .with(LoggedIn.as(cast.as(PIERO), db))
                .param("oldPassword", from)
                .param("password", to)
                .param("repeated", to)
                .param("tokens", tokensToo));
    }

    private ResultActions me(String token) throws Exception {
        return web.perform(get("/api/me").header("Authorization", "Bearer " + token));
    }
}
