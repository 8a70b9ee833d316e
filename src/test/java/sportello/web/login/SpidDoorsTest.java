package sportello.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import sportello.oidc.Audience;
import sportello.oidc.TestKey;
import sportello.saml.SmallSamlProvider;

/** The way in by SPID: how it is asked, and what of its answers counts. */
class SpidDoorsTest extends SamlDoors {
    private static final String SPID = "https://www.spid.gov.it/SpidL";
    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

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
                                containsString("isDefault=\"true\""),
                                containsString("<md:AttributeConsumingService index=\"1\">"),
                                containsString("<md:ServiceName xml:lang=\"it\">"),
                                containsString("<ds:SignatureValue>"))));
        assertThat(SmallSamlProvider.asked(address(arriving())))
                .contains(
                        "Comparison=\"minimum\"><saml:AuthnContextClassRef>https://www.spid.gov.it/SpidL2</saml",
                        "ForceAuthn=\"true\"",
                        "<samlp:NameIDPolicy Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\" />",
                        "AttributeConsumingServiceIndex=\"1\"",
                        "NameQualifier=\"http://localhost:8080/login/saml/metadata/portal\"");
        says("fiscalNumber", "TINIT-" + CODE);
        provider.format = TRANSIENT;
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
                        25, "Ha annullato l’accesso con SPID",
                        30, "non è del tipo")
                .entrySet()) {
            provider.error = said.getKey();
            var left = arriving();
            var onward = posted(provider.answer(address(left)));
            refused(web.perform(get(onward)));
            turned(web.perform(get(onward).cookie(cookieOf(left))), said.getValue());
        }
    }

    private MockHttpServletRequestBuilder portal(String level) {
        return kept(provider.metadata())
                .param("audience", "PORTAL")
                .param("active", "true")
                .param("spidLevel", level);
    }
}
