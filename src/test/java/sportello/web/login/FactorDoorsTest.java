package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.identity.LoggedIn.COOKIE;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.Authenticator;
import sportello.identity.LoggedIn;
import sportello.settings.Secrets;

/** A code beside the password: set up, asked for, lost. */
@SportelloTest
@Transactional
class FactorDoorsTest {
    private static final String PASSWORD = "vento caldo sul molo";
    private static final String HALF = "sportello-8080-entry";
    private static final Pattern KEY = Pattern.compile("<code>([A-Z2-7 ]{32,})</code>");
    private static final Pattern WITHHELD = Pattern.compile("name=\"_withheld\" value=\"([^\"]+)\"");
    private static final Pattern PAPER = Pattern.compile("<code>([A-Z2-7-]{19})</code>");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    @Autowired
    Secrets secrets;

    private Cast cast;
    private long lastLetter;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        lastLetter = db.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
        accounts.open(cast.id(LAURA), PASSWORD);
        accounts.open(cast.id(GIULIA), PASSWORD);
    }

    @Test
    void a_person_sets_it_up_and_enters_with_a_code_from_then_on() throws Exception {
        var elsewhere = LoggedIn.as(cast.as(GIULIA), db);
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        web.perform(post("/account/factor").with(giulia)).andExpect(redirectedUrl("/account/factor"));
        var page = text(web.perform(get("/account/factor").with(giulia)));
        assertThat(page).contains("<svg class=\"qr\"");
        var app = Authenticator.reading(found(KEY, page).getFirst());

        logIn("giulia.moretti").andExpect(redirectedUrl("/portal"));
        confirm(giulia, "000000x").andExpect(status().isUnprocessableContent());
        var done = confirm(giulia, app.code()).andExpect(status().isOk()).andExpect(cookie().exists(COOKIE));

        assertThat(found(PAPER, text(done))).hasSize(10);
        web.perform(get("/account").with(giulia)).andExpect(status().isFound());
        web.perform(get("/account").with(elsewhere)).andExpect(status().isFound());
        assertThat(letters()).containsExactly("Verifica in due passaggi attivata");
        var half = half(logIn("giulia.moretti").andExpect(redirectedUrl("/login/code")));
        code(half, app.next()).andExpect(redirectedUrl("/portal")).andExpect(cookie().exists(COOKIE));
    }

    /** Whoever finds the browser open would read the key, and make it count in place of the real one. */
    @Test
    void a_key_that_is_shown_asks_who_looks_and_is_over_after_a_quarter_of_an_hour() throws Exception {
        var laura = LoggedIn.as(cast.as(LAURA), db);
        web.perform(post("/account/factor").with(laura));
        var app = Authenticator.reading(
                found(KEY, text(web.perform(get("/account/factor").with(laura))))
                        .getFirst());
        db.sql("update login_session set proven_at = now() - interval '16 minutes'")
                .update();
        assertThat(text(web.perform(get("/account/factor").with(laura)).andExpect(status().isUnprocessableContent())))
                .contains("name=\"_proof\"")
                .doesNotContain("class=\"qr\"");
        confirm(laura, app.code())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"_proof\"")));

        web.perform(post("/account/factor").with(laura).param("_proof", PASSWORD))
                .andExpect(redirectedUrl("/account/factor"));
        var other = Authenticator.reading(
                found(KEY, text(web.perform(get("/account/factor").with(laura))))
                        .getFirst());
        confirm(laura, app.code()).andExpect(status().isUnprocessableContent());
        db.sql("update factor_draft set expires_at = expires_at - interval '15 minutes'")
                .update();
        web.perform(get("/account/factor").with(laura)).andExpect(redirectedUrl("/account"));
        confirm(laura, other.code())
                .andExpect(redirectedUrl("/account"))
                .andExpect(cookie().exists(LoggedIn.NOTICE))
                .andExpect(cookie().doesNotExist(COOKIE));
    }

    @Test
    void before_the_code_is_right_nobody_is_in_and_a_wrong_password_tells_nothing() throws Exception {
        var app = Authenticator.of(cast.as(LAURA), db, secrets);
        logIn("laura.bassi", "acqua fredda dal rubinetto")
                .andExpect(status().isUnprocessableContent())
                .andExpect(cookie().doesNotExist(HALF));
        var half = half(logIn("laura.bassi").andExpect(cookie().doesNotExist(COOKIE)));

        web.perform(get("/agent").cookie(half)).andExpect(redirectedUrl("/login?target=%2Fagent"));
        web.perform(get("/agent").cookie(new Cookie(COOKIE, half.getValue())))
                .andExpect(redirectedUrl("/login?target=%2Fagent"));
        web.perform(get("/login/factor").cookie(half)).andExpect(redirectedUrl("/login"));
        code(half, "").andExpect(status().isUnprocessableContent()).andExpect(cookie().doesNotExist(COOKIE));
        code(half, app.code()).andExpect(redirectedUrl("/agent"));
        code(half, app.next()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void a_code_counts_once_and_so_does_each_one_on_paper() throws Exception {
        var paper = paper();
        var app = Authenticator.of(cast.as(LAURA), db, secrets);
        code(half(logIn("laura.bassi")), app.code()).andExpect(redirectedUrl("/agent"));
        code(half(logIn("laura.bassi")), app.code()).andExpect(status().isUnprocessableContent());

        code(half(logIn("giulia.moretti")), paper.get(3).toLowerCase(java.util.Locale.ROOT))
                .andExpect(redirectedUrl("/portal"));
        code(half(logIn("giulia.moretti")), paper.get(3)).andExpect(status().isUnprocessableContent());
        code(half(logIn("giulia.moretti")), paper.get(4)).andExpect(redirectedUrl("/portal"));
        assertThat(db.sql("select count(*) from recovery_code where used_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void codes_cannot_be_guessed_at_leisure() throws Exception {
        var app = Authenticator.of(cast.as(LAURA), db, secrets);
        var half = half(logIn("laura.bassi"));
        for (int i = 0; i < 10; i++) code(half, "no").andExpect(status().isUnprocessableContent());

        code(half(logIn("laura.bassi")), app.code()).andExpect(status().isTooManyRequests());
    }

    @Test
    void where_it_is_demanded_nothing_else_is_seen_before_it_is_set_up() throws Exception {
        db.sql("update access_rule set customer_users_factor = true").update();
        var half = half(logIn("giulia.moretti").andExpect(redirectedUrl("/login/factor")));
        web.perform(get("/portal").cookie(half)).andExpect(redirectedUrl("/login?target=%2Fportal"));

        var app = Authenticator.reading(
                found(KEY, text(web.perform(get("/login/factor").cookie(half)))).getFirst());
        var done = web.perform(post("/login/factor").with(csrf()).cookie(half).param("code", app.code()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/portal\"")));
        var session = done.andReturn().getResponse().getCookie(COOKIE);
        web.perform(get("/portal").cookie(session)).andExpect(status().isOk());
        web.perform(post("/account/factor/removal").with(csrf()).cookie(session));
        logIn("giulia.moretti").andExpect(redirectedUrl("/login/code"));
        logIn("laura.bassi").andExpect(redirectedUrl("/agent"));
    }

    @Test
    void a_role_demands_it_of_those_who_have_it_and_the_house_of_administrators() throws Exception {
        demand("laura.bassi");
        logIn("laura.bassi").andExpect(redirectedUrl("/login/factor"));
        db.sql("update role set valid = false where name = 'Con codice'").update();
        logIn("laura.bassi").andExpect(redirectedUrl("/agent"));

        accounts.open(cast.id(ANNA), PASSWORD);
        logIn("anna.riva").andExpect(redirectedUrl("/agent"));
        db.sql("update access_rule set administrators_factor = true").update();
        logIn("anna.riva").andExpect(redirectedUrl("/login/factor"));
        logIn("laura.bassi").andExpect(redirectedUrl("/agent"));
    }

    @Test
    void who_is_in_when_it_is_demanded_is_led_to_it_with_the_next_request() throws Exception {
        var laura = LoggedIn.as(cast.as(LAURA), db);
        demand("laura.bassi");
        web.perform(get("/agent/tickets?queue=1").with(laura))
                .andExpect(redirectedUrl("/login/factor?target=%2Fagent%2Ftickets%3Fqueue%3D1"));
        web.perform(post("/tickets/new/drafts").with(laura)).andExpect(status().isUnauthorized());
        web.perform(get("/agent/live").with(laura).accept("text/event-stream")).andExpect(status().isUnauthorized());
        web.perform(get("/agent").with(LoggedIn.as(cast.as(ANNA), db))).andExpect(status().isOk());

        var app = Authenticator.reading(
                found(KEY, text(web.perform(get("/login/factor").with(laura)))).getFirst());
        var done = web.perform(post("/login/factor")
                        .with(laura)
                        .param("code", app.code())
                        .param("target", "/agent/tickets?queue=1"))
                .andExpect(content().string(containsString("href=\"/agent/tickets?queue=1\"")));
        web.perform(get("/agent").cookie(done.andReturn().getResponse().getCookie(COOKIE)))
                .andExpect(status().isOk());
        web.perform(get("/agent").with(laura)).andExpect(redirectedUrl("/login?target=%2Fagent"));
    }

    @Test
    void what_an_administrator_typed_when_it_was_demanded_goes_on_with_the_first_code() throws Exception {
        var anna = LoggedIn.as(cast.as(ANNA), db);
        db.sql("update access_rule set administrators_factor = true").update();
        var owed = text(web.perform(post("/admin/roles")
                        .with(anna)
                        .param("name", "Città & C.")
                        .param("valid", "true"))
                .andExpect(status().isUnprocessableContent()));
        assertThat(owed).doesNotContain("Città");
        var page = text(setUp(anna, owed, null).andExpect(status().isOk()));
        var codes = setUp(
                        anna,
                        page,
                        Authenticator.reading(found(KEY, page).getFirst()).code())
                .andExpect(content().string(containsString("action=\"/admin/roles\"")));

        web.perform(post("/admin/roles")
                        .with(csrf())
                        .cookie(codes.andReturn().getResponse().getCookie(COOKIE))
                        .param("_withheld", found(WITHHELD, text(codes)).getFirst()))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("select count(*) from role where name = 'Città & C.'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_turns_it_off_is_mailed_and_stays_in_with_a_new_session_only() throws Exception {
        Authenticator.of(cast.as(LAURA), db, secrets);
        var laura = LoggedIn.as(cast.as(LAURA), db);
        web.perform(post("/account/factor/removal").with(laura))
                .andExpect(redirectedUrl("/account"))
                .andExpect(cookie().exists(COOKIE));

        web.perform(get("/account").with(laura)).andExpect(status().isFound());
        assertThat(letters()).containsExactly("Verifica in due passaggi disattivata");
        logIn("laura.bassi").andExpect(redirectedUrl("/agent"));
    }

    @Test
    void who_has_none_is_not_told_of_a_success() throws Exception {
        var laura = LoggedIn.as(cast.as(LAURA), db);
        var answer = web.perform(post("/account/factor/removal").with(laura))
                .andExpect(redirectedUrl("/account"))
                .andReturn()
                .getResponse();

        var notice = Objects.requireNonNull(answer.getCookie(LoggedIn.NOTICE));
        web.perform(get("/account").with(request -> {
                    laura.postProcessRequest(request);
                    request.setCookies(request.getCookies()[0], new Cookie(LoggedIn.NOTICE, notice.getValue()));
                    return request;
                }))
                .andExpect(content()
                        .string(containsString("<p class=\"refusal\" role=\"alert\">Non c’è alcuna verifica")));
    }

    @Test
    void an_administrator_takes_a_lost_one_away_and_the_book_tells_of_it() throws Exception {
        var anna = LoggedIn.as(cast.as(ANNA), db);
        var address = "/admin/agents/" + cast.id(LAURA).value();
        web.perform(get(address + "/edit").with(anna))
                .andExpect(content().string(not(containsString("/factor/removal"))));
        Authenticator.of(cast.as(LAURA), db, secrets);
        var laura = LoggedIn.as(cast.as(LAURA), db);
        web.perform(get(address + "/edit").with(anna)).andExpect(content().string(containsString("/factor/removal")));
        web.perform(post(address + "/factor/removal").with(anna)).andExpect(redirectedUrl(address + "/edit"));

        web.perform(get("/agent").with(laura)).andExpect(status().isFound());
        logIn("laura.bassi").andExpect(redirectedUrl("/agent"));
        assertThat(letters()).containsExactly("Verifica in due passaggi disattivata");
        assertThat(db.sql("select name || ' ' || act from audit_line where topic = 'factors' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Laura Bassi removed");
    }

    @Test
    void the_database_holds_neither_key_nor_codes_in_the_clear() throws Exception {
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        web.perform(post("/account/factor").with(giulia));
        var key = found(KEY, text(web.perform(get("/account/factor").with(giulia))))
                .getFirst()
                .replace(" ", "");
        var codes = found(PAPER, text(confirm(giulia, Authenticator.reading(key).code())));

        assertThat(db.sql("select encode(key, 'escape') from factor")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(key));
        assertThat(db.sql("select encode(code_hash, 'escape') from recovery_code")
                        .query(String.class)
                        .list())
                .hasSize(10)
                .noneMatch(kept -> codes.stream().anyMatch(code -> kept.contains(code.replace("-", ""))));
    }

    private ResultActions setUp(RequestPostProcessor browser, String page, String code) throws Exception {
        var form = post("/login/factor")
                .with(browser)
                .param("target", "/admin/roles")
                .param("_withheld", found(WITHHELD, page).getFirst());
        return web.perform(code == null ? form : form.param("code", code));
    }

    private void demand(String login) {
        db.sql("""
                with demanding as (insert into role (name, factor_demanded) values ('Con codice', true) returning id)
                insert into agent_role (agent_id, role_id) select a.id, demanding.id from agent a, demanding where a.login = :login
                """).param("login", login).update();
    }

    private List<String> paper() throws Exception {
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        web.perform(post("/account/factor").with(giulia));
        var key = found(KEY, text(web.perform(get("/account/factor").with(giulia))))
                .getFirst();
        return found(PAPER, text(confirm(giulia, Authenticator.reading(key).code())));
    }

    /** Those that were written since the test began. */
    private List<String> letters() {
        return db.sql("select subject from letter where id > :last order by id")
                .param("last", lastLetter)
                .query(String.class)
                .list();
    }

    private ResultActions confirm(RequestPostProcessor browser, String code) throws Exception {
        return web.perform(post("/account/factor/confirmation").with(browser).param("code", code));
    }

    private ResultActions code(Cookie half, String code) throws Exception {
        return web.perform(post("/login/code").with(csrf()).cookie(half).param("code", code));
    }

    private ResultActions logIn(String name) throws Exception {
        return logIn(name, PASSWORD);
    }

    private ResultActions logIn(String name, String password) throws Exception {
        return web.perform(post("/login").with(csrf()).param("username", name).param("password", password));
    }

    private static Cookie half(ResultActions answer) {
        return answer.andReturn().getResponse().getCookie(HALF);
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
