package sportello.web.login;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static sportello.identity.LoggedIn.COOKIE;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import sportello.oidc.Audience;
import sportello.saml.SmallSamlProvider;

/** A provider that speaks SAML, and the way to it and back. */
abstract class SamlDoors extends ProviderDoors {
    static final String ADDRESS = "laura.bassi@valleservizi.example";
    static final String OTHERS = "piero@valleservizi.example";
    static final String CODE = "RSSMRA85T10A562S";

    SmallSamlProvider provider;

    SamlDoors() {
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

    /** The person hears why. */
    static void turned(ResultActions answer, String why) throws Exception {
        answer.andExpect(cookie().doesNotExist(COOKIE)).andExpect(content().string(containsString(why)));
    }

    MockHttpServletRequestBuilder kept(String metadata) {
        return post("/admin/saml")
                .param("name", "Valle")
                .param("metadata", metadata)
                .param("email", "email");
    }

    void says(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2)
            provider.attributes.put(attributes[i], List.of(attributes[i + 1]));
    }

    ResultActions answered(ResultActions left) throws Exception {
        return answered(left, provider);
    }

    ResultActions answered(ResultActions left, SmallSamlProvider by) throws Exception {
        return web.perform(get(posted(by.answer(address(left)))).cookie(cookieOf(left)));
    }

    /** As a page of the provider lets the browser send it: from another site, with nothing of ours. */
    URI posted(String answer) throws Exception {
        return address(web.perform(post("/login/saml/answer")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Origin", "https://id.valle.example")
                        .param("SAMLResponse", answer))
                .andExpect(redirectedUrlPattern("/login/saml/arrival?receipt=*"))
                .andExpect(cookie().doesNotExist(COOKIE)));
    }
}
