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
import static sportello.cast.Operator.LAURA;
import static sportello.identity.LoggedIn.COOKIE;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import sportello.Edge;
import sportello.OtherTime;
import sportello.identity.Authenticator;
import sportello.oidc.Audience;
import sportello.oidc.OidcTravel;
import sportello.oidc.SmallProvider;

/** The way in by a provider, and where administrators keep it. */
class OidcDoorsTest extends ProviderDoors {
    private static final String FISCAL = "https://attributes.eid.gov.it/fiscal_number";

    private SmallProvider provider;

    OidcDoorsTest() {
        super("oidc");
    }

    @BeforeEach
    void open() throws Exception {
        provider = new SmallProvider();
        as(kept()).andExpect(redirectedUrl("/admin/oidc"));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void people_enter_whose_verified_address_we_know_and_afterwards_by_the_providers_word() throws Exception {
        web.perform(get("/login?target=/account"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Entra con Valle ID"),
                                containsString("/login/oidc?audience=desk&amp;target=%2Faccount"))));
        says("sub", "17", "email", "Laura.Bassi@valleservizi.example", "email_verified", true);
        answered(departed("/account")).andExpect(redirectedUrl("/account")).andExpect(cookie().exists(COOKIE));

        provider.claims.clear();
        says("sub", "17", "email", "another@valleservizi.example", "email_verified", true);
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        says("sub", "18", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        refused(answered(departed("")));
        assertThat(denied()).isEmpty();

        provider.claims.clear();
        says("sub", "17");
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();
        refused(answered(departed("")));
        assertThat(denied()).contains(cast.id(LAURA).value());
    }

    @Test
    void whoever_stays_away_for_too_long_begins_anew() throws Exception {
        var now = Instant.now();
        says("sub", "17", "exp", now.plus(Duration.ofHours(9)).getEpochSecond());
        Edge.of("oidc/OidcTravel.GOOD_FOR").isTheFirst(seconds -> {
            var left = OtherTime.at(now, OidcTravel.class, house)
                    .depart(Audience.DESK, "", false)
                    .orElseThrow();
            var state = SmallProvider.fields(left.address().getRawQuery()).get("state");
            return OtherTime.at(now.plusSeconds(seconds), OidcTravel.class, house)
                    .arrive(left.kept(), state, provider.code(left.address()))
                    .isEmpty();
        });
    }

    /** Whom the log of access says last that the provider did not let in. */
    private Optional<Long> denied() {
        return Optional.ofNullable(db.sql("""
                select agent_id from access_line where kind = 'denied' and why = 'provider' order by no desc limit 1
                """)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst());
    }

    @Test
    void customer_users_enter_by_a_provider_of_their_own_and_nobody_by_an_address_that_is_not_verified()
            throws Exception {
        says("sub", "21", "email", "giulia.moretti@roccalba.example", "email_verified", true);
        says("email", emailOf(GIULIA));
        refused(answered(departed("")));
        web.perform(get("/login/oidc?audience=portal")).andExpect(status().isNotFound());
        web.perform(get("/login/oidc?audience=anybody")).andExpect(status().isNotFound());
        as(portal("")).andExpect(redirectedUrl("/admin/oidc"));
        web.perform(get("/login")).andExpect(content().string(containsString("/login/oidc?audience=portal")));

        says("email_verified", false);
        refused(answered(arriving()));
        provider.claims.remove("email_verified");
        refused(answered(arriving()));
        says("email_verified", "true");
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        says("email", "another@roccalba.example");
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        db.sql("update customer_user set valid = false where login = 'giulia.moretti'")
                .update();
        refused(answered(arriving()));
    }

    @Test
    void the_portals_provider_brings_no_agent_and_whoever_is_both_enters_as_either() throws Exception {
        as(portal("")).andExpect(redirectedUrl("/admin/oidc"));
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        refused(answered(arriving()));
        db.sql("update customer_user set email = 'laura.bassi@valleservizi.example' where login = 'giulia.moretti'")
                .update();
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        answered(arriving()).andExpect(redirectedUrl("/portal"));
    }

    @Test
    void a_registered_customer_user_who_could_not_enter_yet_does() throws Exception {
        as(portal("")).andExpect(redirectedUrl("/admin/oidc"));
        db.sql("delete from account where customer_user_id = :id")
                .param("id", cast.id(GIULIA).value())
                .update();
        says("sub", "22", "email", emailOf(GIULIA).toUpperCase(Locale.ROOT), "email_verified", true);
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        answered(arriving()).andExpect(redirectedUrl("/portal"));
    }

    @Test
    void customer_users_are_entered_by_the_domain_of_their_address_where_the_house_wants_it() throws Exception {
        as(portal("")).andExpect(redirectedUrl("/admin/oidc"));
        says("sub", "31", "email", "ada.neri@Comune.Lago.example", "email_verified", true);
        says("given_name", "Ada", "family_name", "Neri");
        refused(answered(arriving()));
        var code = db.sql("select c.code from customer c join customer_user u on u.customer_id = c.id where u.id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
        as(portal("comune.lago.example " + code)).andExpect(redirectedUrl("/admin/oidc"));

        says("sub", "32", "email", "ada.neri@altro.comune.lago.example");
        refused(answered(arriving()));
        says("sub", "31", "email", "ada.neri@Comune.Lago.example", "email_verified", false);
        refused(answered(arriving()));
        says("email_verified", true);
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        assertThat(db.sql("""
                        select c.code
                          from customer_user u
                          join customer c on c.id = u.customer_id
                         where lower(u.email) = 'ada.neri@comune.lago.example'
                        """).query(String.class).list()).containsExactly(code);
        db.sql("update customer set valid = false where code = :code")
                .param("code", code)
                .update();
        says("sub", "33", "email", "ugo.neri@comune.lago.example");
        refused(answered(arriving()));
    }

    @Test
    void customer_users_are_recognised_by_their_tax_code_where_it_is_chosen_and_by_nothing_else() throws Exception {
        as(portal("").param("taxCode", "codice fiscale")).andExpect(status().isUnprocessableContent());
        as(portal("comune.lago.example ROCCALBA").param("taxCode", FISCAL))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("tolga i domini")));
        as(portal("").param("taxCode", FISCAL)).andExpect(redirectedUrl("/admin/oidc"));
        var asked = SmallProvider.fields(address(arriving()).getRawQuery());
        assertThat(asked.get("claims")).isEqualTo("{\"id_token\":{\"" + FISCAL + "\":{\"essential\":true}}}");
        assertThat(asked.get("scope")).doesNotContain("email");

        says("sub", "41", "email", emailOf(GIULIA), "email_verified", true, FISCAL, "TINIT-RSSMRA85T10A562S");
        answered(arriving())
                .andExpect(cookie().doesNotExist(COOKIE))
                .andExpect(content().string(containsString("nessuno con il suo codice fiscale")));
        db.sql("update customer_user set tax_code = 'RSSMRA85T10A562S' where login = 'giulia.moretti'")
                .update();
        says("sub", "42", "email", "another@roccalba.example");
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        says("sub", "43");
        answered(arriving()).andExpect(redirectedUrl("/portal"));

        as(portal("")).andExpect(redirectedUrl("/admin/oidc"));
        says("email", emailOf(GIULIA));
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        as(kept().param("taxCode", FISCAL)).andExpect(redirectedUrl("/admin/oidc"));
        assertThat(db.sql("select tax_code from oidc_provider")
                        .query(String.class)
                        .list())
                .as("of agents no tax code is known")
                .containsOnly("");
    }

    @Test
    void what_a_line_of_domains_lacks_is_said_and_what_was_typed_stays() throws Exception {
        for (var odd : Map.of(
                        "comune.lago.example", "«comune.lago.example» non si capisce",
                        "comune NESSUNO", "«comune NESSUNO» non si capisce",
                        "comune.lago.example NESSUNO", "Un cliente valido con il codice «NESSUNO» non c’è.")
                .entrySet())
            as(portal(odd.getKey()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(allOf(containsString(odd.getValue()), containsString(odd.getKey()))));
    }

    /** Whoever has that mailbox, or keeps the provider, would be administrator of the house. */
    @Test
    void nobody_becomes_administrator_by_an_address_alone_but_who_entered_so_before_still_does() throws Exception {
        var role = db.sql("select id from role where name = 'Supervisori'")
                .query(Long.class)
                .single();
        as(kept().param("role", "" + role)).andExpect(redirectedUrl("/admin/oidc"));
        db.sql("update agent set administrator = true where login = 'laura.bassi'")
                .update();
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        says("given_name", "Laura", "family_name", "Bassi");
        refused(answered(departed("")));

        db.sql("update agent set administrator = false where login = 'laura.bassi'")
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        db.sql("update agent set administrator = true where login = 'laura.bassi'")
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void a_first_log_in_by_a_provider_stands_in_the_book_and_is_mailed_to_whose_account_it_is() throws Exception {
        var last = db.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        answered(departed("")).andExpect(redirectedUrl("/agent"));

        assertThat(db.sql("select subject || ' ' || to_address from letter where id > :last")
                        .param("last", last)
                        .query(String.class)
                        .list())
                .containsExactly("Primo accesso con un provider laura.bassi@valleservizi.example");
        as(get("/admin/book"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Laura Bassi"),
                                containsString("Entra con il provider"),
                                containsString("Valle ID"))));
    }

    /** A provider that remembers a browser says nothing of who sits at it now. */
    @Test
    void only_whom_the_provider_has_asked_a_short_while_ago_has_proved_anything() throws Exception {
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        for (var minutes : new Integer[] {null, 16, 14, -1}) {
            if (minutes != null)
                says("auth_time", Instant.now().minusSeconds(60 * minutes).getEpochSecond());
            var entered = answered(departed("")).andExpect(redirectedUrl("/agent"));
            var laura = entered.andReturn().getResponse().getCookie(COOKIE);
            var tried = web.perform(post("/account/factor").with(csrf()).cookie(laura));
            if (minutes != null && minutes < 15) tried.andExpect(redirectedUrl("/account/factor"));
            else
                tried.andExpect(status().isUnprocessableContent())
                        .andExpect(content()
                                .string(containsString(
                                        "/login/oidc?audience=desk&amp;anew=true&amp;target=%2Faccount")));
        }
        assertThat(db.sql("select count(*) from login_session where proven_at > clock_timestamp()")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(address(departed("")).getRawQuery()).doesNotContain("max_age");
        var anew = web.perform(get("/login/oidc?anew=true"));
        assertThat(address(anew).getRawQuery()).contains("max_age=60");
    }

    @Test
    void nobody_is_led_out_of_the_house() throws Exception {
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        for (var target : List.of("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"))
            answered(departed(target)).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void an_answer_is_good_for_the_browser_that_left_and_once() throws Exception {
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        var left = departed("");
        var code = provider.code(address(left));
        var state = SmallProvider.fields(address(left).getRawQuery()).get("state");
        refused(web.perform(get("/login/oidc/answer").param("state", state).param("code", code)));
        refused(web.perform(answer(cookieOf(departed("")), state, code)));
        refused(web.perform(answer(cookieOf(left), "x", code)));
        refused(web.perform(answer(new Cookie(leftCookie(), "x"), state, code)));
        web.perform(answer(cookieOf(left), state, code)).andExpect(redirectedUrl("/agent"));
        refused(web.perform(answer(cookieOf(left), state, code)));
    }

    @Test
    void a_token_for_others_of_others_or_of_another_time_opens_nothing() throws Exception {
        for (var odd : List.<Map<String, Object>>of(
                Map.of("aud", "another"),
                Map.of("aud", List.of("sportello", "another")),
                Map.of("iss", "https://evil.example"),
                Map.of("nonce", "x"),
                Map.of("sub", ""),
                Map.of("exp", Instant.now().minusSeconds(600).getEpochSecond()))) {
            provider.claims.clear();
            says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
            provider.claims.putAll(odd);
            refused(answered(departed("")));
        }
    }

    @Test
    void a_token_that_its_provider_did_not_sign_opens_nothing() throws Exception {
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        for (var odd : List.<Map<String, Object>>of(
                Map.of("alg", "none"),
                Map.of("alg", "HS256"),
                Map.of("alg", "RS1"),
                Map.of("kid", "two"),
                Map.of("kid", "three"),
                Map.of("crit", List.of("x")),
                Map.of("alg", "ES256"))) {
            provider.head.clear();
            provider.head.putAll(odd);
            refused(answered(departed("")));
        }
        provider.head.clear();
        provider.beForged();
        refused(answered(departed("")));
        provider.signShortly();
        refused(answered(departed("")));
        provider.signCurved();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void a_provider_that_was_kept_before_its_keys_were_asked_for_shows_them_now() throws Exception {
        db.sql("update oidc_provider set keys_endpoint = ''").update();
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        answered(departed("")).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void who_has_a_second_factor_shows_it_here_as_well() throws Exception {
        Authenticator.of(cast.as(LAURA), db, secrets);
        says("sub", "17", "email", "laura.bassi@valleservizi.example", "email_verified", true);
        answered(departed("")).andExpect(redirectedUrl("/login/code")).andExpect(cookie().doesNotExist(COOKIE));
    }

    @Test
    void agents_are_made_only_where_the_house_wants_it() throws Exception {
        says("sub", "30", "email", "ugo.valli@valle.example", "email_verified", true, "given_name", "Ugo");
        says("family_name", "Valli");
        refused(answered(departed("")));
        var role = db.sql("select id from role where name = 'Supervisori'")
                .query(Long.class)
                .single();
        as(kept().param("role", "" + role)).andExpect(redirectedUrl("/admin/oidc"));

        answered(departed("")).andExpect(redirectedUrl("/agent"));
        assertThat(db.sql("""
                select r.name from agent a join agent_role m on m.agent_id = a.id join role r on r.id = m.role_id
                 where a.login = 'ugo.valli@valle.example' and not a.administrator
                """).query(String.class).list()).containsExactly("Supervisori");
    }

    @Test
    void the_page_keeps_the_secret_to_itself_and_asks_the_provider_first() throws Exception {
        as(get("/admin/oidc")).andExpect(content().string(not(containsString(SmallProvider.SECRET))));
        as(kept("http://id.valle.example", "")).andExpect(status().isUnprocessableContent());
        as(kept(provider.issuer() + "/altrove", "")).andExpect(status().isUnprocessableContent());
        as(post("/admin/oidc/removal").param("audience", "DESK")).andExpect(redirectedUrl("/admin/oidc"));
        web.perform(get("/login")).andExpect(content().string(not(containsString("/login/oidc"))));
        web.perform(get("/login/oidc")).andExpect(status().isNotFound());
    }

    private void says(Object... claims) {
        for (int i = 0; i < claims.length; i += 2) provider.claims.put((String) claims[i], claims[i + 1]);
    }

    private MockHttpServletRequestBuilder kept() {
        return kept(provider.issuer(), SmallProvider.SECRET);
    }

    private static MockHttpServletRequestBuilder kept(String issuer, String secret) {
        return post("/admin/oidc")
                .param("active", "true")
                .param("name", "Valle ID")
                .param("issuer", issuer)
                .param("clientId", SmallProvider.CLIENT)
                .param("secret", secret);
    }

    private MockHttpServletRequestBuilder portal(String domains) {
        return kept().param("audience", "PORTAL").param("domains", domains);
    }

    private ResultActions answered(ResultActions left) throws Exception {
        var address = address(left);
        var state = SmallProvider.fields(address.getRawQuery()).get("state");
        return web.perform(answer(cookieOf(left), state, provider.code(address)));
    }

    private static MockHttpServletRequestBuilder answer(Cookie left, String state, String code) {
        return get("/login/oidc/answer").cookie(left).param("state", state).param("code", code);
    }
}
