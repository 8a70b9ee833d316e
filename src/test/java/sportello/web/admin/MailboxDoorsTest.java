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
import static sportello.cast.Operator.LAURA;

import java.util.HashMap;
import java.util.Map;
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

/** Administrators keep the mailboxes; a password goes in and never comes out. */
@SportelloTest
@Transactional
class MailboxDoorsTest {
    private static final Map<String, String> GUASTI = Map.of(
            "name", "Guasti",
            "protocol", "IMAP",
            "security", "TLS",
            "host", "imap.valle.example",
            "port", "993",
            "user", "guasti",
            "secret", "vento caldo",
            "afterwards", "leave");

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
    void a_mailbox_is_added_with_a_password_that_no_page_shows() throws Exception {
        send("/admin/mailboxes", GUASTI).andExpect(status().isSeeOther());

        see("/admin/mailboxes", ANNA).andExpect(content().string(containsString("imap.valle.example")));
        see(guasti() + "/edit", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"imap.valle.example\""), not(containsString("vento caldo")))));
        see("/admin/mailboxes", LAURA).andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_comes_back_as_it_was_typed_without_the_password() throws Exception {
        send("/admin/mailboxes", with("port", "molti"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("La porta è un numero da 1 a 65535."),
                                containsString("value=\"molti\""),
                                not(containsString("vento caldo")))));
        send("/admin/mailboxes", with("secret", "")).andExpect(status().isUnprocessableContent());
        send("/admin/mailboxes", with("security", "NONE"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Senza cifratura")));
    }

    @Test
    void a_change_keeps_the_password_unless_another_is_typed() throws Exception {
        send("/admin/mailboxes", GUASTI);
        var kept = secret();
        send(guasti(), with("secret", "", "user", "altro", "afterwards", "move", "target", "Letta"))
                .andExpect(status().isSeeOther());
        assertThat(secret()).isEqualTo(kept);
        assertThat(db.sql("select user_name || ' ' || afterwards_folder from mailbox where name = 'Guasti'")
                        .query(String.class)
                        .single())
                .isEqualTo("altro Letta");

        send(guasti(), with("secret", "", "host", "imap.altrove.example"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva la password della casella.")));
        assertThat(secret()).isEqualTo(kept);

        send(guasti(), with("secret", "mare calmo")).andExpect(status().isSeeOther());
        assertThat(secret()).isNotEqualTo(kept);
    }

    @Test
    void a_mailbox_goes_out_of_use_and_comes_back() throws Exception {
        send("/admin/mailboxes", GUASTI);
        send(guasti() + "/disable", Map.of()).andExpect(status().isSeeOther());
        assertThat(valid()).isFalse();
        see("/admin/mailboxes", ANNA).andExpect(content().string(containsString("Non in uso")));
        send(guasti() + "/enable", Map.of()).andExpect(status().isSeeOther());
        assertThat(valid()).isTrue();
    }

    @Test
    void a_mailbox_in_use_can_be_fetched_at_once_and_one_out_of_use_says_so() throws Exception {
        send("/admin/mailboxes", GUASTI);
        see("/admin/mail", ANNA).andExpect(content().string(containsString("aria-label=\"Leggi ora: Guasti\"")));
        send(guasti() + "/fetching", Map.of()).andExpect(status().isSeeOther()).andExpect(redirectedUrl("/admin/mail"));
        assertThat(looksWanted()).isEqualTo(1);

        send(guasti() + "/disable", Map.of());
        see("/admin/mail", ANNA).andExpect(content().string(not(containsString("Leggi ora"))));
        var refused = send(guasti() + "/fetching", Map.of()).andExpect(status().isSeeOther());
        assertThat(LoggedIn.notice(refused)).startsWith("refusal.mailbox.off");
        assertThat(looksWanted()).isEqualTo(1);
    }

    private int looksWanted() {
        return db.sql("select looks_wanted from mailbox where name = 'Guasti'")
                .query(Integer.class)
                .single();
    }

    /** Nobody listens at port 1. */
    @Test
    void a_look_says_what_the_server_says_and_keeps_nothing() throws Exception {
        send("/admin/mailboxes/trial", with("host", "127.0.0.1", "port", "1", "security", "NONE"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("La casella non si apre."),
                                containsString("value=\"guasti\""),
                                not(containsString("vento caldo")))));
        assertThat(db.sql("select count(*) from mailbox where name = 'Guasti'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Map<String, String> with(String... changes) {
        var form = new HashMap<>(GUASTI);
        for (var at = 0; at < changes.length; at += 2) form.put(changes[at], changes[at + 1]);
        return form;
    }

    private String guasti() {
        return "/admin/mailboxes/"
                + db.sql("select id from mailbox where name = 'Guasti'")
                        .query(Long.class)
                        .single();
    }

    private String secret() {
        return db.sql("select encode(secret, 'hex') from mailbox where name = 'Guasti'")
                .query(String.class)
                .single();
    }

    private boolean valid() {
        return db.sql("select valid from mailbox where name = 'Guasti'")
                .query(Boolean.class)
                .single();
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        var form = post(address);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
