package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;
import static sportello.identity.LoggedIn.COOKIE;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.Authenticator;
import sportello.identity.LoggedIn;
import sportello.settings.Secrets;

@SportelloTest
@Transactional
class LoginControllerTest {
    private static final String PASSWORD = "vento caldo sul molo";
    private static final String DEVICE = "sportello-8080-device";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    Secrets secrets;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        accounts.open(cast.id(LAURA), PASSWORD);
        accounts.open(cast.id(GIULIA), PASSWORD);
    }

    @Test
    void the_form_speaks_as_the_procedure_shows_it() throws Exception {
        web.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nome utente"),
                                containsString("Password"),
                                containsString("Accesso</button>"),
                                containsString("Sportello"),
                                containsString("<a href=\"/reset\">Hai dimenticato la password?</a>"))));
        web.perform(get("/login").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("User name")));
    }

    @Test
    void whoever_is_not_in_is_led_to_the_statement_of_accessibility_in_both_languages() throws Exception {
        web.perform(get("/login")).andExpect(content().string(containsString("<a href=\"/accessibility\">")));
        web.perform(get("/accessibility"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Dichiarazione di accessibilità"),
                                containsString("parzialmente conforme alle WCAG 2.1, livello AA"),
                                containsString("Edge, Chrome, Firefox, Opera e Safari"))));
        web.perform(get("/accessibility").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Accessibility statement")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"laura.bassi", "LAURA.Bassi", " laura.bassi ", "laura.bassi@valleservizi.example"})
    void an_agent_enters_by_name_or_address_and_sees_the_desk(String name) throws Exception {
        logIn(name, PASSWORD, "").andExpect(status().isSeeOther()).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void a_customer_user_enters_by_the_same_form_and_sees_the_portal() throws Exception {
        logIn("giulia.moretti", PASSWORD, "").andExpect(redirectedUrl("/portal"));
    }

    @Test
    void the_session_cookie_is_for_our_eyes_only() throws Exception {
        logIn("laura.bassi", PASSWORD, "")
                .andExpect(cookie().httpOnly(COOKIE, true))
                .andExpect(cookie().path(COOKIE, "/"))
                .andExpect(cookie().sameSite(COOKIE, "Lax"))
                .andExpect(cookie().value(COOKIE, matchesPattern("[A-Za-z0-9_-]{43}")))
                .andExpect(cookie().doesNotExist("JSESSIONID"));
    }

    @Test
    void the_database_does_not_hold_what_the_browser_holds() throws Exception {
        var token = logIn("laura.bassi", PASSWORD, "").andReturn().getResponse().getCookie(COOKIE);

        assertThat(db.sql("select encode(token_hash, 'escape') || encode(token_hash, 'base64') from login_session")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(token.getValue()));
    }

    @Test
    void wrong_unknown_and_disabled_look_alike() throws Exception {
        accounts.open(cast.id(PIERO), PASSWORD);
        db.sql("update agent set valid = false where login = 'piero.gatti'").update();

        var wrong = refused("laura.bassi", "acqua fredda dal rubinetto");
        var unknown = refused("nobody.at.all", PASSWORD);
        var disabled = refused("piero.gatti", PASSWORD);

        assertThat(wrong).contains("Nome utente o password non corretti.");
        assertThat(unknown.replace("nobody.at.all", "X")).isEqualTo(wrong.replace("laura.bassi", "X"));
        assertThat(disabled.replace("piero.gatti", "X")).isEqualTo(wrong.replace("laura.bassi", "X"));
    }

    @Test
    void the_eleventh_wrong_try_within_a_minute_must_wait_even_if_right() throws Exception {
        for (int i = 0; i < 10; i++) refused("laura.bassi", "");

        logIn("LAURA.BASSI@valleservizi.example", PASSWORD, "")
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", matchesPattern("[1-6]?[0-9]")))
                .andExpect(content().string(containsString("Troppi tentativi. Riprovi tra ")));
    }

    /** Otherwise anybody who knows the name keeps its owner out. */
    @Test
    void through_a_browser_that_knows_the_account_nobody_waits_for_what_strangers_try() throws Exception {
        var known = device("laura.bassi");
        var shared = device("giulia.moretti", device("laura.bassi"));
        var others = device("giulia.moretti");
        for (int i = 0; i < 10; i++) refused("laura.bassi", "");
        db.sql(
                        "insert into throttle (key, hit_at) select 'login.all:all', now() - n * interval '1 microsecond' from generate_series(1, 700) n")
                .update();

        through(others, PASSWORD).andExpect(status().isTooManyRequests());
        through(new Cookie(DEVICE, "forged"), PASSWORD).andExpect(status().isTooManyRequests());
        through(known, PASSWORD).andExpect(redirectedUrl("/agent"));
        through(shared, PASSWORD).andExpect(redirectedUrl("/agent"));
        for (int i = 0; i < 10; i++) through(known, "").andExpect(status().isUnprocessableContent());
        through(known, PASSWORD).andExpect(status().isTooManyRequests());
        through(shared, PASSWORD).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void a_password_of_a_megabyte_is_wrong_like_any_other() throws Exception {
        logIn("laura.bassi", "x".repeat(1_000_000), "").andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_new_session_replaces_the_one_that_the_browser_brought() throws Exception {
        var planted = LoggedIn.as(cast.as(LAURA), db);
        web.perform(get("/account").with(planted)).andExpect(status().isOk());

        web.perform(post("/login")
                        .with(planted)
                        .param("username", "laura.bassi")
                        .param("password", PASSWORD))
                .andExpect(status().isSeeOther());

        web.perform(get("/account").with(planted)).andExpect(status().isFound());
    }

    @Test
    void the_page_that_was_asked_for_opens_after_log_in() throws Exception {
        var asked = web.perform(get(URI.create("/account?x=1;y=2&z=a:b,c"))).andReturn();
        assertThat(asked.getResponse().getRedirectedUrl())
                .isEqualTo("/login?target=%2Faccount%3Fx%3D1%3By%3D2%26z%3Da%3Ab%2Cc");

        web.perform(get("/login").param("target", "/account?x=1;y=2&z=a:b,c"))
                .andExpect(content().string(containsString("value=\"/account?x=1;y=2&amp;z=a:b,c\"")));
        logIn("laura.bassi", PASSWORD, "/account?x=1;y=2&z=a:b,c").andExpect(redirectedUrl("/account?x=1;y=2&z=a:b,c"));
    }

    private static List<String> outside() {
        return List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "account",
                "/account\r\nSet-Cookie: a=b",
                "/ account",
                "/no-such-page");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void nobody_is_led_out_of_the_house(String target) throws Exception {
        logIn("laura.bassi", PASSWORD, target).andExpect(redirectedUrl("/agent"));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void nor_by_any_other_page_on_the_way_in(String target) throws Exception {
        var laura = LoggedIn.as(cast.as(LAURA), db);
        for (var page : List.of("/login", "/login/code", "/login/factor"))
            web.perform(get(page).param("target", target).with(laura)).andExpect(redirectedUrl("/agent"));
        assertThat(web.perform(post("/login/passkey").with(csrf()).param("target", target))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("href=\"/login")
                .doesNotContain("href=\"" + target);
        web.perform(post("/login/passkey/answer").with(csrf()).param("target", target))
                .andExpect(header().string("Location", startsWith("/login?target=")));
        web.perform(post("/preferences").with(csrf()).param("back", target))
                .andExpect(redirectedUrl(target.equals("/no-such-page") ? target : "/login"));
        web.perform(post("/preferences").with(laura).param("back", target)).andExpect(redirectedUrl("/agent"));

        db.sql("update access_rule set customer_users_factor = true").update();
        var half = LoggedIn.half(cast.as(GIULIA), db);
        var app = Authenticator.draft(cast.as(GIULIA), db, secrets);
        web.perform(post("/login/factor")
                        .with(csrf())
                        .cookie(half)
                        .param("code", app.code())
                        .param("target", target))
                .andExpect(content().string(containsString("href=\"/portal\"")))
                .andExpect(content().string(not(containsString("href=\"" + target))));
        web.perform(post("/login/code")
                        .with(csrf())
                        .cookie(LoggedIn.half(cast.as(GIULIA), db))
                        .param("code", app.next())
                        .param("target", target))
                .andExpect(redirectedUrl("/portal"));
    }

    @Test
    void who_is_in_already_does_not_log_in_again() throws Exception {
        web.perform(get("/login").param("target", "/account").with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(redirectedUrl("/account"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        web.perform(post("/login").param("username", "laura.bassi").param("password", PASSWORD))
                .andExpect(status().isForbidden());
    }

    private ResultActions logIn(String name, String password, String target) throws Exception {
        return web.perform(post("/login")
                .with(csrf())
                .param("username", name)
                .param("password", password)
                .param("target", target));
    }

    /** What a browser keeps through which somebody has just entered. */
    private Cookie device(String name, Cookie... kept) throws Exception {
        var enter = post("/login").with(csrf()).param("username", name).param("password", PASSWORD);
        if (kept.length > 0) enter.cookie(kept);
        return web.perform(enter)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getCookie(DEVICE);
    }

    private ResultActions through(Cookie device, String password) throws Exception {
        return web.perform(post("/login")
                .with(csrf())
                .cookie(device)
                .param("username", "laura.bassi")
                .param("password", password));
    }

    private String refused(String name, String password) throws Exception {
        var page = logIn(name, password, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(cookie().doesNotExist(COOKIE))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
