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
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.identity.LoggedIn.COOKIE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** A header that says who somebody is counts from named proxies and from nowhere else. */
@SportelloTest
@Transactional
class ProxyDoorsTest {
    private static final String PROXY = "10.0.0.5";

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
        accounts.open(cast.id(LAURA), "vento caldo sul molo");
    }

    @Test
    void without_a_named_proxy_the_header_says_nothing() throws Exception {
        knock(PROXY, "laura.bassi").andExpect(status().isOk()).andExpect(cookie().doesNotExist(COOKIE));
    }

    @Test
    void from_a_named_proxy_it_opens_and_from_anywhere_else_it_does_not() throws Exception {
        named();
        knock(PROXY, "laura.bassi").andExpect(redirectedUrl("/account")).andExpect(cookie().exists(COOKIE));
        knock("10.0.0.6", "laura.bassi").andExpect(status().isOk()).andExpect(cookie().doesNotExist(COOKIE));
        knock(PROXY, "nobody.at.all").andExpect(status().isOk()).andExpect(cookie().doesNotExist(COOKIE));
        knock(PROXY, "").andExpect(status().isOk());
        knock(PROXY, "laura.bassi", "anna.riva").andExpect(status().isOk()).andExpect(cookie().doesNotExist(COOKIE));
        web.perform(get("/login?target=/account")
                        .header("X-Remote-User", "laura.bassi")
                        .header("X-Forwarded-For", PROXY))
                .andExpect(cookie().doesNotExist(COOKIE));
        web.perform(get("/agent").header("X-Remote-User", "laura.bassi").with(request -> {
                    request.setRemoteAddr(PROXY);
                    return request;
                }))
                .andExpect(redirectedUrl("/login?target=%2Fagent"));

        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        knock(PROXY, "laura.bassi").andExpect(status().isOk()).andExpect(cookie().doesNotExist(COOKIE));
    }

    @Test
    void a_second_factor_is_asked_for_here_as_well_and_who_logs_out_stays_out() throws Exception {
        named();
        var laura = LoggedIn.as(cast.as(LAURA), db);
        web.perform(post("/logout").with(laura)).andExpect(redirectedUrl("/login?out=true"));
        web.perform(get("/login?out=true")
                        .header("X-Remote-User", "laura.bassi")
                        .with(request -> {
                            request.setRemoteAddr(PROXY);
                            return request;
                        }))
                .andExpect(status().isOk());
        Authenticator.of(cast.as(LAURA), db, secrets);
        knock(PROXY, "laura.bassi").andExpect(redirectedUrl("/login/code?target=%2Faccount"));
    }

    /** No proxy is named whose word on addresses counts: neither session nor book nor the count of tries believes it. */
    @Test
    void whence_somebody_comes_is_not_believed_of_anybody() throws Exception {
        var said = "203.0.113.9";
        for (int i = 0; i < 2; i++)
            web.perform(post("/login")
                            .with(csrf())
                            .header("X-Forwarded-For", said)
                            .header("Forwarded", "for=" + said)
                            .header("X-Real-IP", said)
                            .header("CF-Connecting-IP", said)
                            .param("username", "laura.bassi")
                            .param("password", i == 0 ? "acqua fredda" : "vento caldo sul molo"))
                    .andExpect(i == 0 ? status().isUnprocessableContent() : redirectedUrl("/agent"));
        web.perform(post("/admin/roles")
                        .with(LoggedIn.as(cast.as(ANNA), db))
                        .header("X-Forwarded-For", said)
                        .param("name", "Reperibili")
                        .param("valid", "true"))
                .andExpect(redirectedUrl("/admin/roles"));
        assertThat(db.sql("""
                        select address from login_session
                        union select address from audit_line
                        union select key from throttle where key like 'login.network:%'
                        """).query(String.class).list())
                .contains("127.0.0.1", "login.network:127.0.0.1")
                .noneMatch(known -> known.contains(said));
    }

    /** The proxy let a browser in, whoever sits at it now. */
    @Test
    void who_comes_by_a_proxy_has_proved_nothing_yet() throws Exception {
        named();
        accounts.open(cast.id(CARLA), "vento caldo sul molo");
        for (var way : List.of("X-Remote-User", "password")) {
            var entered = way.equals("password")
                    ? web.perform(post("/login")
                            .with(csrf())
                            .param("username", "carla.neri")
                            .param("password", "vento caldo sul molo"))
                    : knock(PROXY, "carla.neri");
            var carla = entered.andReturn().getResponse().getCookie(COOKIE);
            web.perform(post("/account/factor").with(csrf()).cookie(carla))
                    .andExpect(way.equals("password") ? status().isSeeOther() : status().isUnprocessableContent());
            web.perform(post("/account/factor").with(csrf()).cookie(carla).param("_proof", "vento caldo sul molo"))
                    .andExpect(redirectedUrl("/account/factor"));
        }
    }

    private void named() throws Exception {
        var version =
                db.sql("select version from access_rule").query(Integer.class).single();
        var anna = LoggedIn.as(cast.as(ANNA), db);
        var form = post("/admin/access")
                .with(anna)
                .param("version", "" + version)
                .param("quiet", "720")
                .param("longest", "168")
                .param("logMonths", "12");
        web.perform(form.param("header", "X-Remote-User").param("proxies", PROXY))
                .andExpect(redirectedUrl("/admin/access"));
        web.perform(get("/admin/access").with(anna)).andExpect(content().string(containsString(PROXY)));
    }

    private ResultActions knock(String address, String... names) throws Exception {
        return web.perform(get("/login?target=/account")
                .with(csrf())
                .header("X-Remote-User", (Object[]) names)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
    }
}
