package sportello.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import sportello.oidc.TestKey;
import sportello.saml.SmallSamlProvider;

/** Where administrators keep a provider that speaks SAML, and our keys for it. */
class SamlProviderDoorsTest extends SamlDoors {
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
}
