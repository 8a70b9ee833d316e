package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.mailbox.Client;
import sportello.mailbox.Provider;

/** How an administrator is led to the provider of a mailbox and back. */
@SportelloTest
@Transactional
class ConsentDoorsTest {
    private static final Pattern STATE = Pattern.compile("[?&;]state=([\\w-]+)");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_mailbox_without_a_password_leads_to_its_consent() throws Exception {
        var added = as(post("/admin/mailboxes")
                        .param("name", "Assistenza")
                        .param("host", "imap.gmail.com")
                        .param("port", "993")
                        .param("user", "assistenza@valle.example")
                        .param("forConsent", "true"))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        as(get(added))
                .andExpect(content()
                        .string(allOf(
                                containsString("Accesso a «Assistenza» senza password"),
                                containsString("/admin/mailboxes/consent</code>"),
                                containsString("value=\"GOOGLE\" checked"))));
        as(get("/admin/mailboxes")).andExpect(content().string(containsString("href=\"" + added + "\"")));
    }

    @Test
    void the_form_leads_on_to_the_provider_and_never_shows_the_secret_again() throws Exception {
        asked().andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "href=\"https://accounts.google.com/o/oauth2/v2/auth?response_type=code"),
                                containsString("Accedi a Google"),
                                not(containsString("geheim")))));
        as(post("/admin/mailboxes/" + mailbox() + "/consent")
                        .param("provider", "MICROSOFT")
                        .param("tenant", "a/b")
                        .param("clientId", "desk"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Scriva l’ID o il dominio della directory"),
                                containsString("value=\"a/b\""))));
    }

    @Test
    void asked_for_once_more_it_is_ticked_what_it_is_for() {
        var client = new Client(Provider.GOOGLE, "", "desk", "geheim");
        assertThat(ConsentForm.of(client, true, "imap.gmail.com").isSending()).isTrue();
        assertThat(ConsentForm.of(null, false, "imap.gmail.com").isSending()).isFalse();
    }

    @Test
    void who_says_no_at_the_provider_comes_back_to_the_mailbox_once() throws Exception {
        var page = asked().andReturn().getResponse().getContentAsString();
        var state = STATE.matcher(page);
        state.find();
        var back = "/admin/mailboxes/consent?error=access_denied&state=" + state.group(1);

        as(get(back)).andExpect(redirectedUrl("/admin/mailboxes/" + mailbox() + "/consent"));
        as(get(back)).andExpect(redirectedUrl("/admin/mailboxes"));
    }

    @Test
    void an_answer_that_nobody_asked_for_changes_nothing() throws Exception {
        as(get("/admin/mailboxes/consent?code=c&state=guessed")).andExpect(redirectedUrl("/admin/mailboxes"));
    }

    private ResultActions asked() throws Exception {
        return as(post("/admin/mailboxes/" + mailbox() + "/consent")
                .param("provider", "GOOGLE")
                .param("clientId", "desk")
                .param("clientSecret", "geheim"));
    }

    private long mailbox() {
        return db.sql("""
                insert into mailbox (name, protocol, host, port, user_name, valid)
                values ('Assistenza', 'IMAP', 'imap.valle.example', 993, 'assistenza', false)
                on conflict (name) do update set port = 993
                returning id
                """).query(Long.class).single();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
