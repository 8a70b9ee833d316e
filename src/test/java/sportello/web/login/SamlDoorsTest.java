package sportello.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.identity.LoggedIn.COOKIE;
import static sportello.saml.SmallSamlProvider.assertionOf;
import static sportello.saml.SmallSamlProvider.evil;
import static sportello.saml.SmallSamlProvider.named;
import static sportello.saml.SmallSamlProvider.signatureOf;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.w3c.dom.Element;
import sportello.Edge;
import sportello.OtherTime;
import sportello.base.Sha256;
import sportello.oidc.Audience;
import sportello.oidc.TestKey;
import sportello.saml.SamlTravel;
import sportello.saml.SmallSamlProvider;

/** The way in by a provider that speaks SAML, and what does not lead in. */
class SamlDoorsTest extends ProviderDoors {
    private static final String ADDRESS = "laura.bassi@valleservizi.example";
    private static final String OTHERS = "piero@valleservizi.example";
    private static final String CODE = "RSSMRA85T10A562S";
    private static final String SPID = "https://www.spid.gov.it/SpidL";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

    private SmallSamlProvider provider;

    SamlDoorsTest() {
        super("saml");
    }

    @BeforeEach
    void open() throws Exception {
        provider = new SmallSamlProvider();
        provider.keep(Audience.DESK, db, secrets);
        says("email", ADDRESS);
    }

    @AfterEach
    void close() {
        provider.close();
    }

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
        var edge = Edge.of("saml/SamlTravel.GOOD_FOR");
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

    /** Each a way to bring something that the provider did not say, or not to us, or not now. */
    @Test
    void what_the_provider_did_not_say_to_us_now_opens_nothing() throws Exception {
        Map<String, Consumer<SmallSamlProvider>> attacks = new LinkedHashMap<>();
        attacks.put("unsigned", odd -> odd.signsAssertion = false);
        attacks.put("another key, with our provider's certificate", odd -> odd.forged = true);
        attacks.put("another key, with its own certificate", odd -> {
            odd.forged = true;
            odd.showsForeign = true;
        });
        attacks.put("SHA-1 signature", odd -> odd.signing = "http://www.w3.org/2000/09/xmldsig#rsa-sha1");
        attacks.put("SHA-1 digest", odd -> odd.digesting = "http://www.w3.org/2000/09/xmldsig#sha1");
        attacks.put("late", odd -> odd.now = Instant.now().minusSeconds(365));
        attacks.put("early", odd -> odd.now = Instant.now().plusSeconds(65));
        attacks.put("another audience", odd -> odd.audience = "https://another.example/metadata");
        attacks.put("another destination", odd -> odd.destination = "https://another.example/acs");
        attacks.put("another recipient", odd -> odd.recipient = "https://another.example/acs");
        attacks.put("another request", odd -> odd.request = "_another");
        attacks.put("another provider with the same key", odd -> odd.issuer = "https://another.example/metadata");
        attacks.put("nobody", odd -> odd.nameId = " ");
        attacks.put("a name of this visit", odd -> odd.format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient");
        attacks.put("altered", odd -> odd.writing = text -> text.replace(ADDRESS, OTHERS));
        attacks.put("response signed, assertion altered", odd -> {
            odd.signsResponse = true;
            odd.signsAssertion = false;
            odd.writing = text -> text.replace(ADDRESS, OTHERS);
        });
        attacks.put("a comment", odd -> odd.writing = text -> text.replace("laura.bassi@", "laura.bassi<!-- -->@"));
        attacks.put("a comment in the NameID", odd -> odd.writing = text -> text.replace(">17<", ">1<!-- -->7<"));
        attacks.put(
                "a DTD",
                odd -> odd.writing = text -> "<!DOCTYPE a [<!ENTITY b 'c'>]>" + text.replaceFirst("<\\?.*?\\?>", ""));
        attacks.put(
                "a file of ours",
                odd -> odd.writing = text -> "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
                        + text.replaceFirst("<\\?.*?\\?>", "").replace(">17<", ">&b;<"));
        attacks.put("too long", odd -> odd.writing = text -> text + " ".repeat(300_000));
        attacks.put("deep", odd -> odd.writing = text -> "<a>".repeat(5000) + "</a>".repeat(5000));
        attacks.put("no XML", odd -> odd.writing = text -> "%");
        assertThat(tried(attacks)).isEmpty();
    }

    /** The signed assertion stays whole, and beside, around or within it stands another one. */
    @Test
    void what_is_wrapped_around_a_signed_assertion_opens_nothing() throws Exception {
        Map<String, Consumer<SmallSamlProvider>> shapes = new LinkedHashMap<>();
        wrapped(shapes, "1: the signed answer within the signature of another", answer -> {
            var copy = (Element) answer.cloneNode(true);
            var signature = signatureOf(answer);
            alter(answer);
            answer.setAttribute("ID", "_evil");
            copy.removeChild(signatureOf(copy));
            signature.appendChild(named(answer, DS, "ds:Object")).appendChild(copy);
        });
        wrapped(shapes, "2: the signed answer before the signature of another", answer -> {
            var copy = (Element) answer.cloneNode(true);
            alter(answer);
            answer.setAttribute("ID", "_evil");
            copy.removeChild(signatureOf(copy));
            answer.insertBefore(copy, signatureOf(answer));
        });
        shape(
                shapes,
                "3: another one before it",
                (answer, signed) -> answer.insertBefore(evil(signed, OTHERS), signed));
        shape(shapes, "3: another one after it", (answer, signed) -> answer.appendChild(evil(signed, OTHERS)));
        shape(shapes, "4: within another one", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            answer.replaceChild(evil, signed);
            evil.appendChild(signed);
        });
        shape(shapes, "5: its signature in another one", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            evil.insertBefore(signatureOf(signed), evil.getFirstChild().getNextSibling());
            answer.insertBefore(evil, signed);
        });
        shape(shapes, "6: within its signature, which another one has", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            var signature = signatureOf(signed);
            evil.insertBefore(signature, evil.getFirstChild().getNextSibling());
            answer.replaceChild(evil, signed);
            signature.appendChild(signed);
        });
        shape(
                shapes,
                "7: another one among the extensions",
                (answer, signed) -> answer.insertBefore(
                                named(answer, "urn:oasis:names:tc:SAML:2.0:protocol", "samlp:Extensions"), signed)
                        .appendChild(evil(signed, OTHERS)));
        shape(shapes, "8: as an object of the signature of another one", (answer, signed) -> {
            var evil = evil(signed, OTHERS);
            var signature = signatureOf(signed);
            evil.insertBefore(signature, evil.getFirstChild().getNextSibling());
            answer.replaceChild(evil, signed);
            signature.appendChild(named(answer, DS, "ds:Object")).appendChild(signed);
        });
        assertThat(tried(shapes)).isEmpty();
    }

    private interface Shape {
        void put(Element answer, Element signed);
    }

    private static void shape(Map<String, Consumer<SmallSamlProvider>> shapes, String name, Shape shape) {
        shapes.put(name, odd -> odd.wrapping = answer -> shape.put(answer, assertionOf(answer)));
    }

    private static void wrapped(
            Map<String, Consumer<SmallSamlProvider>> shapes, String name, Consumer<Element> wrapping) {
        shapes.put(name, odd -> {
            odd.signsResponse = true;
            odd.signsAssertion = false;
            odd.wrapping = wrapping;
        });
    }

    private static void alter(Element answer) {
        assertionOf(answer).setAttribute("ID", "_evil2");
        var values = answer.getElementsByTagNameNS("urn:oasis:names:tc:SAML:2.0:assertion", "AttributeValue");
        values.item(0).setTextContent(OTHERS);
    }

    /** Those that opened something. The door opens before and after, so that it is they who do not. */
    private List<String> tried(Map<String, Consumer<SmallSamlProvider>> attacks) throws Exception {
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        var entered = new ArrayList<String>();
        for (var attack : attacks.entrySet()) {
            try (var odd = new SmallSamlProvider()) {
                db.sql("delete from saml_provider").update();
                odd.keep(Audience.DESK, db, secrets);
                odd.attributes.put("email", List.of(ADDRESS));
                attack.getValue().accept(odd);
                var response = answered(departed(""), odd).andReturn().getResponse();
                if (response.getStatus() != 200 || response.getCookie(COOKIE) != null)
                    entered.add(attack.getKey() + " " + response.getStatus());
                db.sql("delete from oidc_subject").update();
            }
        }
        db.sql("delete from saml_provider").update();
        provider.keep(Audience.DESK, db, secrets);
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        return entered;
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

    @Test
    void spid_is_asked_as_it_wants_to_be_and_vouches_for_nobody_below_the_level() throws Exception {
        as(portal("4")).andExpect(status().isUnprocessableContent());
        as(portal("2").param("domains", "comune.lago.example ROCCALBA"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("tolga i domini"), containsString("comune.lago.example ROCCALBA"))));
        as(portal("2")).andExpect(redirectedUrl("/admin/saml"));
        db.sql("update saml_provider set our_key = :key, our_certificate = :certificate where audience = 'portal'")
                .param("key", secrets.encrypt(TestKey.HOUSE.secret()))
                .param("certificate", TestKey.HOUSE.certificate())
                .update();
        db.sql("update customer_user set tax_code = :code where login = 'giulia.moretti'")
                .param("code", CODE)
                .update();
        web.perform(get("/login/saml/metadata/portal"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<md:RequestedAttribute Name=\"fiscalNumber\""),
                                containsString("WantAssertionsSigned=\"true\""),
                                containsString("nameid-format:transient"),
                                containsString("<ds:SignatureValue>"))));
        assertThat(SmallSamlProvider.asked(address(arriving())))
                .contains(
                        "Comparison=\"minimum\"><saml:AuthnContextClassRef>https://www.spid.gov.it/SpidL2</saml",
                        "ForceAuthn=\"true\"",
                        "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\" />",
                        "AttributeConsumingServiceIndex=\"1\"",
                        "NameQualifier=\"http://localhost:8080/login/saml/metadata/portal\"");
        says("fiscalNumber", "TINIT-" + CODE);
        provider.format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
        for (var below : List.of(provider.context, SPID + "1", SPID + "22", "x" + SPID + "2")) {
            provider.context = below;
            refused(answered(arriving()));
        }
        for (var enough : List.of("2", "3")) {
            provider.context = SPID + enough;
            answered(arriving()).andExpect(redirectedUrl("/portal"));
        }
        provider.signsResponse = true;
        provider.signsAssertion = false;
        refused(answered(arriving()));
    }

    @Test
    void what_spid_says_when_it_lets_nobody_through_is_told_and_what_others_say_is_not() throws Exception {
        provider.keep(Audience.PORTAL, db, secrets);
        provider.error = 25;
        refused(answered(arriving()));
        db.sql("update saml_provider set tax_code = 'fiscalNumber', spid_level = 1 where audience = 'portal'")
                .update();
        for (var said : Map.of(
                        19, "troppe volte",
                        20, "livello di sicurezza",
                        21, "troppo tempo",
                        22, "Non ha dato il consenso",
                        23, "sospesa o revocata",
                        24, "non è riuscito",
                        25, "Ha annullato l’accesso con SPID")
                .entrySet()) {
            provider.error = said.getKey();
            var left = arriving();
            var onward = posted(provider.answer(address(left)));
            refused(web.perform(get(onward)));
            turned(web.perform(get(onward).cookie(cookieOf(left))), said.getValue());
        }
    }

    /** The provider learns the new key while the old one still counts. */
    @Test
    void our_key_is_followed_by_another_and_until_it_is_gone_both_are_known() throws Exception {
        var before = told();
        as(post("/admin/saml/succession").param("audience", "DESK"));
        assertThat(provider.house).as("there was none to follow").isEqualTo(ours());
        as(post("/admin/saml/renewal").param("audience", "DESK")).andExpect(redirectedUrl("/admin/saml"));
        var next = db.sql("select our_next_certificate from saml_provider")
                .query(String.class)
                .single();
        as(post("/admin/saml/renewal").param("audience", "DESK"));
        web.perform(get("/login/saml/metadata/desk"))
                .andExpect(content().string(allOf(containsString(line(ours())), containsString(line(next)))));
        as(get("/admin/saml"))
                .andExpect(content().string(allOf(containsString(next), containsString("/admin/saml/succession"))));
        provider.encrypts = true;
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        provider.encryptingTo = next;
        answered(departed("")).andExpect(redirectedUrl("/agent"));

        as(kept(provider.metadata()).param("active", "true")).andExpect(redirectedUrl("/admin/saml"));
        as(post("/admin/saml/succession").param("audience", "DESK")).andExpect(redirectedUrl("/admin/saml"));
        assertThat(ours()).isEqualTo(next);
        provider.house = next;
        provider.encryptingTo = "";
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        assertThat(told() - before)
                .as("lines of the book that tell of our keys")
                .isEqualTo(2);
    }

    private long told() {
        return db.sql("select count(*) from audit_line where topic = 'saml' and changes::text like '%samlCertificate%'")
                .query(Long.class)
                .single();
    }

    private String ours() {
        return db.sql("select our_certificate from saml_provider")
                .query(String.class)
                .single();
    }

    /** One that no other certificate has. */
    private static String line(String certificate) {
        return certificate.lines().toList().get(5);
    }

    private MockHttpServletRequestBuilder portal(String level) {
        return kept(provider.metadata())
                .param("audience", "PORTAL")
                .param("active", "true")
                .param("spidLevel", level);
    }

    /** The person hears why. */
    private static void turned(ResultActions answer, String why) throws Exception {
        answer.andExpect(cookie().doesNotExist(COOKIE)).andExpect(content().string(containsString(why)));
    }

    @Test
    void a_description_comes_as_a_file_too_and_a_key_on_a_curve_is_refused_by_name() throws Exception {
        db.sql("delete from saml_provider").update();
        as(kept("").param("certificates", TestKey.CURVE.certificate()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("curva ellittica"),
                                containsString(TestKey.CURVE
                                        .certificate()
                                        .strip()
                                        .lines()
                                        .toList()
                                        .get(3)))));
        as(file("<a/>"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("&lt;a/")));
        as(file("\uFEFF" + provider.metadata())).andExpect(redirectedUrl("/admin/saml"));
        assertThat(db.sql("select entity_id from saml_provider")
                        .query(String.class)
                        .single())
                .isEqualTo(provider.entityId());
    }

    private static MockMultipartHttpServletRequestBuilder file(String text) {
        return multipart("/admin/saml")
                .file(new MockMultipartFile("file", "metadata.xml", "application/xml", text.getBytes(UTF_8)))
                .param("name", "Valle")
                .param("email", "email");
    }

    @Test
    void administrators_bring_what_the_provider_says_of_itself_and_both_its_certificates_count() throws Exception {
        db.sql("delete from saml_provider").update();
        as(kept("").param("active", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il nome del provider (entity ID) manca")));
        as(kept("<!DOCTYPE a []><a/>"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("&lt;!DOCTYPE a []")));
        as(kept("<IDPSSODescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'/>"))
                .andExpect(status().isUnprocessableContent());
        as(kept("")).andExpect(redirectedUrl("/admin/saml"));
        web.perform(get("/login/saml")).andExpect(status().isNotFound());
        var ours = web.perform(get("/login/saml/metadata/desk"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("AuthnRequestsSigned=\"true\""),
                                containsString("http://localhost:8080/login/saml/answer"))));
        as(get("/admin/saml"))
                .andExpect(content()
                        .string(allOf(containsString("-----BEGIN CERTIFICATE-----"), not(containsString("PRIVATE")))));
        web.perform(get("/login/saml/metadata/portal")).andExpect(status().isNotFound());

        as(kept(provider.metadata()).param("active", "true")).andExpect(redirectedUrl("/admin/saml"));
        assertThat(db.sql("select entity_id || ' ' || address from saml_provider")
                        .query(String.class)
                        .single())
                .isEqualTo(provider.entityId() + " " + provider.entityId().replace("metadata", "sso"));
        assertThat(db.sql("select certificates from saml_provider")
                        .query(String.class)
                        .single())
                .containsOnlyOnce(SmallSamlProvider.certificate())
                .contains("-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----");
        web.perform(get("/login/saml/metadata/desk")).andExpect(content().string(containsString(certificateIn(ours))));

        db.sql("update saml_provider set our_key = :key")
                .param("key", secrets.encrypt(TestKey.HOUSE.secret()))
                .update();
        answered(departed("")).andExpect(redirectedUrl("/agent"));
        as(post("/admin/saml/removal").param("audience", "DESK")).andExpect(redirectedUrl("/admin/saml"));
        web.perform(get("/login")).andExpect(content().string(not(containsString("/login/saml"))));
    }

    private static String certificateIn(ResultActions metadata) throws Exception {
        return metadata.andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*<ds:X509Certificate>(.*?)</ds:X509Certificate>.*", "$1");
    }

    private MockHttpServletRequestBuilder kept(String metadata) {
        return post("/admin/saml")
                .param("name", "Valle")
                .param("metadata", metadata)
                .param("email", "email");
    }

    private void says(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2)
            provider.attributes.put(attributes[i], List.of(attributes[i + 1]));
    }

    private ResultActions answered(ResultActions left) throws Exception {
        return answered(left, provider);
    }

    private ResultActions answered(ResultActions left, SmallSamlProvider by) throws Exception {
        return web.perform(get(posted(by.answer(address(left)))).cookie(cookieOf(left)));
    }

    /** As a page of the provider lets the browser send it: from another site, with nothing of ours. */
    private URI posted(String answer) throws Exception {
        return address(web.perform(post("/login/saml/answer")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Origin", "https://id.valle.example")
                        .param("SAMLResponse", answer))
                .andExpect(redirectedUrlPattern("/login/saml/arrival?receipt=*"))
                .andExpect(cookie().doesNotExist(COOKIE)));
    }
}
