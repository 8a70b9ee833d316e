package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.webhook.KeepingWebhooks;
import sportello.webhook.Listener;

/** Where administrators keep webhooks, try them and see what became of their messages. */
@SportelloTest
@Transactional
class WebhookDoorsTest {
    private static final String ADDRESS = "https://hooks.valle.example/services/parola";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingWebhooks keeping;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_kept_webhook_is_listed_by_its_host_and_never_shows_address_or_secret() throws Exception {
        see(LAURA, "").andExpect(status().isNotFound());
        see(ANNA, "").andExpect(content().string(containsString("Non ci sono ancora webhook")));

        send("", form("Turno", ADDRESS)).andExpect(status().isSeeOther());

        see(ANNA, "")
                .andExpect(content()
                        .string(allOf(
                                containsString("Turno"),
                                containsString("hooks.valle.example"),
                                containsString("Nessuna regola lo usa"),
                                containsString("Nessun messaggio consegnato finora"),
                                not(containsString("parola")))));
        see(ANNA, "/" + id() + "/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("C’è un indirizzo su hooks.valle.example"),
                                containsString("C’è un segreto"),
                                not(containsString("parola")),
                                not(containsString("vento caldo")))));
        send("/" + id(), form("Turno di notte", "")).andExpect(status().isSeeOther());
        see(ANNA, "").andExpect(content().string(containsString("Turno di notte")));
        see(ANNA, "/0/edit").andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_comes_back_as_it_was_typed_without_the_secret() throws Exception {
        send("", form("Turno", "http://10.0.0.5/hooks/x"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Se 10.0.0.5 è un server della Sua rete"),
                                containsString("value=\"http://10.0.0.5/hooks/x\""),
                                containsString("value=\"Turno\""),
                                not(containsString("vento caldo")))));
        assertThat(keeping.all()).isEmpty();
    }

    @Test
    void internal_servers_are_kept_beside_them_with_the_reason() throws Exception {
        see(ANNA, "").andExpect(content().string(containsString("Sportello chiama soltanto indirizzi pubblici")));
        send("/hosts", Map.of("hosts", "http://mattermost/"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("«http://mattermost/» non è un server"),
                                containsString("\nhttp://mattermost/</textarea>"))));
        send("/hosts", Map.of("hosts", "Mattermost.valle.lan")).andExpect(status().isSeeOther());
        see(ANNA, "").andExpect(content().string(containsString("\nmattermost.valle.lan</textarea>")));
    }

    @Test
    void a_trial_says_in_words_what_was_answered_and_keeps_nothing() throws Exception {
        try (var listener = Listener.plain().says(200, "ok").says(404, "no_service <b>")) {
            keeping.allow(listener.host(), Authority.HOUSE);
            send("/trial", form("Turno", listener.address()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Il messaggio è stato preso (200)"),
                                    containsString("value=\"" + listener.address() + "\""))));
            send("/trial", form("Turno", listener.address()))
                    .andExpect(content()
                            .string(allOf(
                                    containsString("A questo indirizzo non c’è niente (404)"),
                                    containsString("no_service &lt;b&gt;"))));
        }
        send("/trial", form("Turno", "https://127.0.0.1/x"))
                .andExpect(content().string(containsString("127.0.0.1 sta dentro una rete privata")));
        assertThat(keeping.all()).isEmpty();
    }

    @Test
    void what_became_of_each_message_is_seen_and_one_that_failed_is_tried_again() throws Exception {
        send("", form("Turno", ADDRESS));
        db.sql(
                        "update webhook set failing_since = now(), error_at = now(), error_status = 404, error_words = 'no_service'")
                .update();
        var delivery = db.sql("""
                insert into webhook_delivery (webhook_id, event, ticket, link, subject, body, created_at, state, attempts,
                                              tried_at, status, words)
                values (:webhook, 'noted', '1', 'https://x', 'Nota nuova', 'Testo', now(), 'failed', 3, now(), 404, 'no_service')
                returning id
                """).param("webhook", id()).query(Long.class).single();

        see(ANNA, "")
                .andExpect(content()
                        .string(allOf(containsString("Non funziona"), containsString("forse il canale o il flusso"))));
        see(ANNA, "/deliveries?state=failed")
                .andExpect(content()
                        .string(allOf(
                                containsString("Nota nuova"),
                                containsString("non consegnato"),
                                containsString("href=\"/tickets/1\""),
                                containsString("Tentativi: 3"),
                                containsString("(404)"),
                                containsString("no_service"))));
        see(ANNA, "/deliveries?state=sent").andExpect(content().string(not(containsString("Nota nuova"))));
        send("/deliveries/" + delivery + "/retrial", Map.of()).andExpect(status().isSeeOther());
        see(ANNA, "/deliveries?state=waiting").andExpect(content().string(containsString("Nota nuova")));
        db.sql("update webhook_delivery set state = 'sent'").update();
        send("/deliveries/" + delivery + "/retrial", Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Questo messaggio non si può riprovare")));
        send("/deliveries/0/retrial", Map.of()).andExpect(status().isNotFound());
    }

    private static Map<String, String> form(String name, String address) {
        return Map.of(
                "version",
                "0",
                "name",
                name,
                "address",
                address,
                "format",
                "SPORTELLO",
                "language",
                "it",
                "secret",
                address.isEmpty() ? "" : "vento caldo di mare",
                "valid",
                "true");
    }

    private long id() {
        return db.sql("select id from webhook").query(Long.class).single();
    }

    private ResultActions send(String path, Map<String, String> form) throws Exception {
        var request = post("/admin/webhooks" + path).with(LoggedIn.as(cast.as(ANNA), db));
        form.forEach(request::param);
        return web.perform(request);
    }

    private ResultActions see(Operator who, String path) throws Exception {
        return web.perform(get("/admin/webhooks" + path).with(LoggedIn.as(cast.as(who), db)));
    }
}
