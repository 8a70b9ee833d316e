package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.identity.LoggedIn.COOKIE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.OtherTime;
import sportello.base.Sha256;
import sportello.oidc.Audience;
import sportello.saml.SamlTravel;
import sportello.saml.SmallSamlProvider;

/** The way in by a provider that speaks SAML. */
class SamlDoorsTest extends SamlDoors {
    @Test
    void agents_enter_whose_address_we_know_and_afterwards_by_the_providers_word() throws Exception {
        web.perform(get("/login?target=/account"))
                .andExpect(content()
                        .string(allOf(
                                containsString("data-turbo=\"false\">Entra con Valle"),
                                containsString("/login/saml?audience=desk&amp;target=%2Faccount"))));
        answered(departed("/account")).andExpect(redirectedUrl("/account")).andExpect(cookie().exists(COOKIE));
        says("email", "another@valleservizi.example");
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        provider.nameId = "18";
        says("email", ADDRESS);
        refused(answered(departed("")));
        for (var target : List.of("https://evil.example/", "//evil.example")) {
            provider.nameId = "17";
            answered(departed(target)).andExpect(redirectedUrl("/agent"));
        }
    }

    /** Before the answer, or before it is fetched. */
    @Test
    void whoever_stays_away_for_too_long_begins_anew() throws Exception {
        var edge = Edge.of("saml/SamlRequestSql.GOOD_FOR");
        edge.isTheFirst(seconds -> isLost(seconds, 0));
        edge.isTheFirst(seconds -> isLost(0, seconds));
    }

    /** @param before the answer, in seconds, and after it */
    private boolean isLost(int before, int after) {
        var now = provider.now;
        var browser = Sha256.of(UUID.randomUUID().toString());
        var left = OtherTime.at(now.minusSeconds(before), SamlTravel.class, house)
                .depart(Audience.DESK, "", false, browser)
                .orElseThrow();
        OtherTime.at(now, SamlTravel.class, house).hear(provider.answer(left), browser);
        return OtherTime.at(now.plusSeconds(after), SamlTravel.class, house)
                .arrive(browser, browser)
                .isEmpty();
    }

    @Test
    void answers_are_read_signed_as_a_whole_in_both_ways_and_encrypted() throws Exception {
        provider.signsResponse = true;
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        provider.signsAssertion = false;
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        provider.encrypts = true;
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        provider.signsAssertion = true;
        provider.signsResponse = false;
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        provider.signsAssertion = false;
        refused(answered(departed("")));
    }

    @Test
    void an_answer_is_good_once_for_the_browser_that_left_and_an_assertion_once_for_all() throws Exception {
        var left = departed("");
        var answer = provider.answer(address(left));
        refused(web.perform(get("/login/saml/arrival").cookie(cookieOf(left))));
        var onward = posted(answer);
        refused(web.perform(get(onward)));
        refused(web.perform(get(onward).cookie(cookieOf(departed("")))));
        web.perform(get(onward).cookie(cookieOf(left))).andExpect(redirectedUrl("/agent"));
        refused(web.perform(get(onward).cookie(cookieOf(left))));
        refused(web.perform(get(posted(answer)).cookie(cookieOf(left))));

        provider.assertionId = "_once";
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        refused(answered(departed("")));
        assertThat(db.sql("select count(*) from saml_assertion")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);

        provider.assertionId = "";
        var late = departed("");
        db.sql("update saml_request set until = now() - interval '1 second'").update();
        refused(answered(late));
    }

    /** Whoever sends somebody else to the provider with a request of their own does not become that person. */
    @Test
    void an_answer_that_another_browser_has_brought_opens_nothing() throws Exception {
        var strangers = departed("");
        posted(provider.answer(address(strangers)));
        refused(web.perform(get("/login/saml/arrival").cookie(cookieOf(strangers))));
        var another = posted(provider.answer(address(departed(""))));
        refused(web.perform(get(another).cookie(cookieOf(strangers))));
    }

    /** Any page can lead a browser there, and anybody can post: neither goes on without end, nor keeps out who enters otherwise. */
    @Test
    void leaving_and_answering_are_counted_by_network() throws Exception {
        db.sql("""
                insert into throttle (key, hit_at)
                select key || ':127.0.0.1', now() - n * interval '1 microsecond'
                  from generate_series(1, 60) n, unnest(array['saml.network', 'saml.answer']) key
                """).update();
        web.perform(get("/login/saml"))
                .andExpect(status().isTooManyRequests())
                .andExpect(cookie().doesNotExist(leftCookie()))
                .andExpect(content().string(containsString("Troppi tentativi")));
        web.perform(post("/login/saml/answer").param("SAMLResponse", "x")).andExpect(status().isTooManyRequests());
        assertThat(db.sql("select count(*) from saml_request").query(Long.class).single())
                .isZero();
        web.perform(post("/login")
                        .with(csrf())
                        .param("username", "laura.bassi")
                        .param("password", "vento caldo sul molo"))
                .andExpect(redirectedUrl("/agent"));
    }

    /** Whoever catches an answer cannot have it stand for a request of their own. */
    @Test
    void an_answer_to_one_request_is_none_to_another() throws Exception {
        var theirs = departed("");
        var asked = SmallSamlProvider.asked(address(theirs)).replaceAll("(?s).* ID=\"([^\"]+)\".*", "$1");
        provider.writing = text -> text.replaceFirst("InResponseTo=\"[^\"]+\"", "InResponseTo=\"" + asked + "\"");
        var onward = posted(provider.answer(address(departed(""))));
        refused(web.perform(get(onward).cookie(cookieOf(theirs))));
    }

    @Test
    void nobody_becomes_administrator_by_an_address() throws Exception {
        db.sql("update agent set administrator = true where login = 'laura.bassi'")
                .update();
        refused(answered(departed("")));
        db.sql("update agent set administrator = false where login = 'laura.bassi'")
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        db.sql("update agent set administrator = true where login = 'laura.bassi'")
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
    }

    @Test
    void only_who_was_asked_anew_has_proved_anything() throws Exception {
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        for (var anew : new boolean[] {false, true})
            for (var minutes : new int[] {16, 1}) {
                provider.authenticated = Instant.now().minusSeconds(60L * minutes);
                var left = web.perform(get("/login/saml").param("anew", "" + anew));
                assertThat(SmallSamlProvider.asked(address(left)).contains("ForceAuthn=\"true\""))
                        .isEqualTo(anew);
                var laura = answered(left).andReturn().getResponse().getCookie(COOKIE);
                var tried = web.perform(post("/account/factor").with(csrf()).cookie(laura));
                if (anew && minutes == 1) tried.andExpect(redirectedUrl("/account/factor"));
                else
                    tried.andExpect(status().isUnprocessableContent())
                            .andExpect(content()
                                    .string(containsString(
                                            "/login/saml?audience=desk&amp;anew=true&amp;target=%2Faccount")));
            }
    }

    @Test
    void agents_are_made_and_hold_roles_by_their_groups() throws Exception {
        says("email", "ugo.valli@valle.example", "givenName", "Ugo", "sn", "Valli", "groups", "helpdesk");
        provider.nameId = "30";
        refused(answered(departed("")));
        db.sql("insert into saml_role (role_id, group_name) select id, 'helpdesk' from role where name = 'Supervisori'")
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        assertThat(rolesOf("ugo.valli@valle.example")).containsExactly("Supervisori");
        says("groups", "altri");
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        assertThat(rolesOf("ugo.valli@valle.example")).isEmpty();
        db.sql("update saml_provider set new_role_id = (select role_id from saml_role)")
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        assertThat(rolesOf("ugo.valli@valle.example"))
                .as("what new agents get, others do not")
                .isEmpty();
    }

    private List<String> rolesOf(String login) {
        return db.sql("""
                select r.name from agent a join agent_role m on m.agent_id = a.id join role r on r.id = m.role_id
                 where a.login = :login and not a.administrator
                """).param("login", login).query(String.class).list();
    }

    @Test
    void customer_users_enter_by_a_provider_of_their_own_and_new_ones_by_their_domain() throws Exception {
        says("email", "giulia.moretti@roccalba.example");
        refused(answered(departed("")));
        web.perform(get("/login/saml?audience=portal")).andExpect(status().isNotFound());
        provider.keep(Audience.PORTAL, db, secrets);
        says("email", emailOf(GIULIA));
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        refused(answered(departed("")));
        provider.nameId = "31";
        says("email", "ada.neri@comune.lago.example", "givenName", "Ada", "sn", "Neri");
        refused(answered(arriving()));
        db.sql("""
                insert into saml_domain (domain, customer_id)
                select 'comune.lago.example', customer_id from customer_user where id = :id
                """).param("id", cast.id(GIULIA).value()).update();
        answered(arriving()).andExpect(redirectedUrl("/portal"));
    }

    @Test
    void customer_users_are_recognised_by_their_tax_code_where_it_is_chosen_and_by_nothing_else() throws Exception {
        provider.keep(Audience.PORTAL, db, secrets);
        db.sql("update saml_provider set tax_code = 'fiscalNumber' where audience = 'portal'")
                .update();
        says("email", emailOf(GIULIA), "fiscalNumber", "TINIT-" + CODE);
        provider.format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
        turned(answered(arriving()), "nella nostra anagrafica non c’è nessuno con il suo codice fiscale");
        db.sql("update customer_user set tax_code = :code where login = 'giulia.moretti'")
                .param("code", CODE)
                .update();
        says("email", "another@roccalba.example");
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        provider.nameId = "another";
        answered(arriving()).andExpect(redirectedUrl("/portal"));
        assertThat(db.sql("select subject from oidc_subject")
                        .query(String.class)
                        .list())
                .as("nothing that the provider says of the person")
                .containsExactly("customer_user:" + cast.id(GIULIA).value());
        var left = arriving();
        var onward = posted(provider.answer(address(left)));
        db.sql("update saml_provider set tax_code = ''").update();
        refused(web.perform(get(onward).cookie(cookieOf(left))));
        db.sql("update saml_provider set tax_code = 'fiscalNumber' where audience = 'portal'")
                .update();
        says("fiscalNumber", "TINDE-" + CODE);
        turned(answered(arriving()), "di un altro paese");
        provider.attributes.remove("fiscalNumber");
        turned(answered(arriving()), "non ci ha comunicato il suo codice fiscale");

        says("fiscalNumber", CODE);
        db.sql("update customer_user set tax_code = '12345678903' where login = 'giulia.moretti'")
                .update();
        turned(answered(arriving()), "nessuno con il suo codice fiscale");
        says("fiscalNumber", "TINIT-12345678903");
        db.sql("update customer_user set valid = false where login = 'giulia.moretti'")
                .update();
        turned(answered(arriving()), "nessuno con il suo codice fiscale");
        says("email", ADDRESS, "fiscalNumber", CODE);
        provider.format = "";
        answered(departed("")).andExpect(redirectedUrl("/agent"));
    }
}
