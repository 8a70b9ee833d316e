package sportello.web.admin;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

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
import sportello.cast.Operator;
import sportello.identity.LoggedIn;

/** Administrators choose the server that takes our mail; its password goes in and never comes out. */
@SportelloTest
@Transactional
class RelayDoorsTest {

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
    void the_page_says_where_mail_leaves_and_shows_no_password() throws Exception {
        see(ANNA, "").andExpect(content().string(containsString("Al momento non parte nessuna mail")));
        see(LAURA, "").andExpect(status().isNotFound());

        send("/admin/relay", "smtp.valle.example", "vento caldo").andExpect(status().isSeeOther());

        see(ANNA, "")
                .andExpect(content()
                        .string(allOf(
                                containsString("La posta parte tramite smtp.valle.example:587;"),
                                containsString("Prende la posta di guasti@valle.example"),
                                containsString("standard"))));
        var account = "/" + id();
        see(ANNA, account + "/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"smtp.valle.example\""),
                                containsString("guasti@valle.example"),
                                not(containsString("vento caldo")))));
        send("/admin/relay" + account, "smtp.valle.example", "").andExpect(status().isSeeOther());
        send("/admin/relay" + account + "/removal", "", "").andExpect(status().isSeeOther());
        see(ANNA, "").andExpect(content().string(containsString("Al momento non parte nessuna mail")));
        see(ANNA, account + "/edit").andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_comes_back_as_it_was_typed_without_the_password() throws Exception {
        send("/admin/relay", "smtp valle", "vento caldo")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Scriva il nome del server di posta"),
                                containsString("value=\"smtp valle\""),
                                containsString("guasti@valle.example"),
                                not(containsString("vento caldo")))));
        see(ANNA, "").andExpect(content().string(containsString("Al momento non parte nessuna mail")));
    }

    @Test
    void an_account_that_does_not_work_is_seen_on_its_page_beside_the_mailboxes_and_as_an_alarm() throws Exception {
        send("/admin/relay", "smtp.valle.example", "vento caldo").andExpect(status().isSeeOther());
        db.sql("update relay set failing_since = now(), last_error = '421 sciopero', failures = 3")
                .update();

        see(ANNA, "").andExpect(content().string(containsString("Non funziona")));
        for (var page : List.of("/admin/mail", "/admin/system"))
            web.perform(get(page).with(LoggedIn.as(cast.as(ANNA), db)))
                    .andExpect(content().string(containsString("421 sciopero")));
    }

    private long id() {
        return db.sql("select id from relay").query(Long.class).single();
    }

    @Test
    void a_mailbox_with_consent_can_be_chosen_instead_of_a_password() throws Exception {
        see(ANNA, "/new").andExpect(content().string(not(containsString("name=\"mailbox\""))));
        db.sql("""
                with box as (insert into mailbox (name, protocol, host, port, user_name, valid)
                             values ('Assistenza', 'IMAP', 'outlook.example', 993, 'posta@valle.example', false)
                             returning id)
                insert into mailbox_consent (mailbox_id, provider, tenant, client_id, refresh_token)
                select id, 'MICROSOFT', 'valle.example', 'desk', '' from box
                """).update();

        see(ANNA, "/new").andExpect(content().string(containsString("Con il consenso della casella «Assistenza»")));
    }

    private ResultActions see(Operator who, String part) throws Exception {
        return web.perform(get("/admin/relay" + part).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String address, String host, String secret) throws Exception {
        return web.perform(post(address)
                .with(LoggedIn.as(cast.as(ANNA), db))
                .param("name", "Posta")
                .param("senders", "guasti@valle.example")
                .param("valid", "true")
                .param("host", host)
                .param("port", "587")
                .param("encryption", "STARTTLS")
                .param("user", "desk")
                .param("secret", secret));
    }
}
