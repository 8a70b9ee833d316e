package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
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
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.identity.LoggedIn;
import sportello.identity.SecurityKey;

/** A passkey: made, shown alone or after the password, copied, lost. */
@SportelloTest
@Transactional
class PasskeyDoorsTest {
    private static final String PASSWORD = "vento caldo sul molo";
    private static final String HALF = "sportello-8080-entry";
    private static final String SIGNATURE = "\"signature\": \"[^\"]+";
    private static final Pattern OPTIONS = Pattern.compile("data-passkey-options-value=\"([^\"]*)\"");
    private static final Pattern PAPER = Pattern.compile("<code>([A-Z2-7-]{19})</code>");
    private static final Pattern WITHHELD = Pattern.compile("name=\"_withheld\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient db;

    @Autowired
    Accounts accounts;

    private Cast cast;
    private SecurityKey key;
    private long lastLetter;
    private long lastLine;

    @BeforeEach
    void cast() throws Exception {
        cast = Cast.onStage(db);
        key = new SecurityKey();
        lastLetter = db.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
        lastLine = db.sql("select coalesce(max(no), 0) from audit_line")
                .query(Long.class)
                .single();
        accounts.open(cast.id(LAURA), PASSWORD);
        accounts.open(cast.id(GIULIA), PASSWORD);
    }

    @Test
    void a_person_makes_one_and_enters_with_it_alone() throws Exception {
        var elsewhere = LoggedIn.as(cast.as(GIULIA), db);
        var done = made(LoggedIn.as(cast.as(GIULIA), db))
                .andExpect(status().isOk())
                .andExpect(cookie().exists(COOKIE));

        assertThat(found(PAPER, text(done))).hasSize(10);
        assertThat(letters()).containsExactly("Passkey creata");
        assertThat(book()).containsExactly("Giulia Moretti made");
        web.perform(get("/account").with(elsewhere)).andExpect(status().isFound());
        show(key.show(asked())).andExpect(redirectedUrl("/portal")).andExpect(cookie().exists(COOKIE));
        assertThat(db.sql("select used_at is not null from passkey")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
        web.perform(get("/account/passkeys").with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content().string(allOf(containsString("Il mio telefono"), containsString("usata il"))));
    }

    @Test
    void it_is_called_otherwise_by_its_owner_alone_and_opens_as_before() throws Exception {
        made(LoggedIn.as(cast.as(GIULIA), db));
        var id = db.sql("select id from passkey").query(Long.class).single();
        rename(GIULIA, id, " Chiave\tblu ").andExpect(redirectedUrl("/account/passkeys"));
        assertThat(names()).containsExactly("Chiave blu");
        assertThat(book()).containsExactly("Giulia Moretti made", "Giulia Moretti changed");

        rename(GIULIA, id, "x".repeat(61))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Scriva un nome, al massimo di 60 caratteri."),
                                containsString("value=\"" + "x".repeat(61) + "\""),
                                containsString("Chiave blu"))));
        web.perform(post("/account/passkeys/" + id + "/name")
                        .with(LoggedIn.as(cast.as(LAURA), db))
                        .param("name", "Mia"))
                .andExpect(redirectedUrl("/account/passkeys"));
        assertThat(names()).containsExactly("Chiave blu");
        show(key.show(asked())).andExpect(redirectedUrl("/portal"));
    }

    private ResultActions rename(Caller who, long id, String name) throws Exception {
        return web.perform(post("/account/passkeys/" + id + "/name")
                .with(LoggedIn.as(cast.as(who), db))
                .param("name", name));
    }

    private List<String> names() {
        return db.sql("select name from passkey order by id")
                .query(String.class)
                .list();
    }

    @Test
    void after_the_password_it_is_asked_for_or_a_code_on_paper() throws Exception {
        var paper = found(PAPER, text(made(LoggedIn.as(cast.as(GIULIA), db))));
        var half = half(logIn("giulia.moretti")
                .andExpect(redirectedUrl("/login/code"))
                .andExpect(cookie().doesNotExist(COOKIE)));
        web.perform(get("/login/code").cookie(half))
                .andExpect(content()
                        .string(allOf(
                                containsString("action=\"/login/passkey\""), not(containsString("autenticazione")))));

        web.perform(post("/login/code").with(csrf()).cookie(half).param("code", paper.getFirst()))
                .andExpect(redirectedUrl("/portal"));
        show(key.show(asked())).andExpect(redirectedUrl("/portal"));
    }

    @Test
    void what_a_device_signs_is_good_once_for_a_few_minutes_and_for_what_it_was_asked() throws Exception {
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        var laura = LoggedIn.as(cast.as(LAURA), db);
        var answer = key.make(begun(giulia));
        confirm(laura, answer).andExpect(redirectedUrl("/account/passkeys"));
        confirm(giulia, answer).andExpect(status().isOk());
        confirm(LoggedIn.as(cast.as(GIULIA), db), answer).andExpect(status().isSeeOther());
        assertThat(passkeys()).isEqualTo(1);

        var shown = key.show(asked());
        show(shown).andExpect(redirectedUrl("/portal"));
        refused(shown);
        var late = key.show(asked());
        db.sql("update passkey_challenge set expires_at = expires_at - interval '6 minutes'")
                .update();
        refused(late);
        refused(key.show(begun(LoggedIn.as(cast.as(GIULIA), db)).replace("\"rp\":", "\"rpId\":\"localhost\",\"rp\":")));
    }

    @Test
    void another_page_another_house_an_unknown_key_and_a_device_that_asks_nobody_do_not_enter() throws Exception {
        made(LoggedIn.as(cast.as(GIULIA), db));
        refused(key.on("https://sportello.example").show(asked()));
        key.on("http://localhost:8080");
        refused(key.of("sportello.example").show(asked()));
        key.of("");
        var signed = key.show(asked());
        refused(signed.replaceFirst(SIGNATURE, signatureOf(key.show(asked()))));
        refused(new SecurityKey().show(asked()));
        refused("{\"no\": true}");
        refused("[");
        refused(signed.replaceFirst("\"authenticatorData\": \"[^\"]*", "\"authenticatorData\": \"AAAA"));
        refused(key.unverified().show(asked()));

        var laura = LoggedIn.as(cast.as(LAURA), db);
        confirm(laura, new SecurityKey().unverified().make(begun(laura))).andExpect(status().isSeeOther());
        confirm(laura, new SecurityKey().on("http://localhost:8081").make(begun(laura)))
                .andExpect(status().isSeeOther());
        assertThat(passkeys()).isEqualTo(1);
    }

    @Test
    void a_copy_is_refused_and_its_owner_is_told() throws Exception {
        made(LoggedIn.as(cast.as(GIULIA), db));
        show(key.counting(7).show(asked())).andExpect(redirectedUrl("/portal"));
        refused(key.counting(3).show(asked()));
        assertThat(denied()).contains(cast.id(GIULIA).value());
        refused(new SecurityKey().show(asked()));
        assertThat(denied()).isEmpty();

        assertThat(letters()).containsExactly("Passkey creata", "Passkey sospetta");
        assertThat(book()).containsExactly("Giulia Moretti made", "Giulia Moretti changed");
        show(key.counting(8).show(asked())).andExpect(redirectedUrl("/portal"));
    }

    @Test
    void where_a_factor_is_demanded_it_is_one_and_the_last_one_stays() throws Exception {
        db.sql("update access_rule set customer_users_factor = true").update();
        var half = half(logIn("giulia.moretti").andExpect(redirectedUrl("/login/factor")));
        var page = text(web.perform(post("/login/factor/passkey").with(csrf()).cookie(half))
                .andExpect(status().isOk()));
        var done = web.perform(post("/login/factor/passkey/confirmation")
                        .with(csrf())
                        .cookie(half)
                        .param("answer", key.make(options(page))))
                .andExpect(content().string(containsString("href=\"/portal\"")));
        var session = done.andReturn().getResponse().getCookie(COOKIE);
        web.perform(get("/portal").cookie(session)).andExpect(status().isOk());

        logIn("giulia.moretti").andExpect(redirectedUrl("/login/code"));
        remove(LoggedIn.as(cast.as(GIULIA), db));
        assertThat(passkeys()).isEqualTo(1);
        db.sql("update access_rule set customer_users_factor = false").update();
        remove(LoggedIn.as(cast.as(LAURA), db));
        assertThat(passkeys()).isEqualTo(1);
        remove(LoggedIn.as(cast.as(GIULIA), db)).andExpect(cookie().exists(COOKIE));
        assertThat(letters()).containsExactly("Passkey creata", "Passkey eliminata");
        refused(key.show(asked()));
        logIn("giulia.moretti").andExpect(redirectedUrl("/portal"));
    }

    @Test
    void before_something_dangerous_the_own_one_does_as_well_as_the_password() throws Exception {
        made(LoggedIn.as(cast.as(LAURA), db));
        var other = new SecurityKey();
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        confirm(giulia, other.make(begun(giulia)));
        var laura = LoggedIn.as(cast.as(LAURA), db);
        db.sql("update login_session set proven_at = proven_at - interval '16 minutes'")
                .update();
        var token = post("/account/tokens").param("name", "Statistiche").param("days", "30");
        var asked = text(web.perform(token.with(laura)).andExpect(status().isUnprocessableContent()));

        var again = text(proved(laura, asked, other.show(options(asked))).andExpect(status().isUnprocessableContent()));
        assertThat(again).contains("Riprovi");
        proved(laura, again, key.show(options(again)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("spt_")));
    }

    @Test
    void whom_a_directory_knows_gives_its_password_first() throws Exception {
        made(LoggedIn.as(cast.as(LAURA), db));
        db.sql("insert into ldap_agent (agent_id) values (:laura)")
                .param("laura", cast.id(LAURA).value())
                .update();
        refused(key.show(asked()));
        var half = LoggedIn.half(cast.as(LAURA), db);
        web.perform(post("/login/passkey/answer").with(csrf()).cookie(half).param("answer", key.show(asked())))
                .andExpect(redirectedUrl("/agent"));
    }

    @Test
    void who_has_left_does_not_enter_and_an_administrator_takes_lost_ones_away() throws Exception {
        made(LoggedIn.as(cast.as(LAURA), db));
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        refused(key.show(asked()));
        db.sql("update agent set valid = true where login = 'laura.bassi'").update();

        var address = "/admin/agents/" + cast.id(LAURA).value();
        var anna = LoggedIn.as(cast.as(ANNA), db);
        web.perform(get(address + "/edit").with(anna)).andExpect(content().string(containsString("passkey: 1")));
        web.perform(post(address + "/factor/removal").with(anna)).andExpect(redirectedUrl(address + "/edit"));
        refused(key.show(asked()));
        assertThat(book()).containsExactly("Laura Bassi made", "Laura Bassi removed");
        logIn("laura.bassi").andExpect(redirectedUrl("/agent"));
    }

    @Test
    void a_browser_that_cannot_is_told_so() throws Exception {
        var notice = show("").andExpect(redirectedUrl("/login"))
                .andReturn()
                .getResponse()
                .getCookie(LoggedIn.NOTICE);
        web.perform(get("/login").cookie(notice))
                .andExpect(content().string(containsString("Questo browser non può usare le passkey")));
    }

    private ResultActions made(RequestPostProcessor browser) throws Exception {
        return confirm(browser, key.make(begun(browser)));
    }

    private String begun(RequestPostProcessor browser) throws Exception {
        return options(text(web.perform(post("/account/passkeys").with(browser).param("name", "Il mio telefono"))
                .andExpect(status().isOk())));
    }

    private ResultActions confirm(RequestPostProcessor browser, String answer) throws Exception {
        return web.perform(post("/account/passkeys/confirmation").with(browser).param("answer", answer));
    }

    private ResultActions remove(RequestPostProcessor browser) throws Exception {
        var id = db.sql("select id from passkey").query(Long.class).single();
        return web.perform(post("/account/passkeys/" + id + "/removal").with(browser));
    }

    /** What the log-in page wants a device to sign. */
    private String asked() throws Exception {
        return options(text(web.perform(post("/login/passkey").with(csrf())).andExpect(status().isOk())));
    }

    private ResultActions show(String answer) throws Exception {
        return web.perform(post("/login/passkey/answer").with(csrf()).param("answer", answer));
    }

    /** Whom the log of access says last that a passkey did not let in. */
    private Optional<Long> denied() {
        return Optional.ofNullable(db.sql("""
                select customer_user_id from access_line where kind = 'denied' and why = 'passkey' order by no desc limit 1
                """)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst());
    }

    private void refused(String answer) throws Exception {
        show(answer).andExpect(redirectedUrl("/login")).andExpect(cookie().doesNotExist(COOKIE));
    }

    private ResultActions proved(RequestPostProcessor browser, String page, String answer) throws Exception {
        return web.perform(post("/account/tokens")
                .with(browser)
                .param("_withheld", found(WITHHELD, page).getFirst())
                .param("_passkey", answer));
    }

    private ResultActions logIn(String name) throws Exception {
        return web.perform(post("/login").with(csrf()).param("username", name).param("password", PASSWORD));
    }

    private long passkeys() {
        return db.sql("select count(*) from passkey").query(Long.class).single();
    }

    private List<String> book() {
        return db.sql("select name || ' ' || act from audit_line where topic = 'factors' and no > :last order by no")
                .param("last", lastLine)
                .query(String.class)
                .list();
    }

    private List<String> letters() {
        return db.sql("select subject from letter where id > :last order by id")
                .param("last", lastLetter)
                .query(String.class)
                .list();
    }

    private static Cookie half(ResultActions answer) {
        return answer.andReturn().getResponse().getCookie(HALF);
    }

    private static String signatureOf(String answer) {
        return Pattern.compile(SIGNATURE)
                .matcher(answer)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private static String options(String page) {
        return HtmlUtils.htmlUnescape(found(OPTIONS, page).getFirst());
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
