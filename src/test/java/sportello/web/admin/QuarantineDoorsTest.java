package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
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
import sportello.storage.Files;

/** Mails that nobody could sort wait for an administrator, and so do their bytes (F13, F14). */
@SportelloTest
@Transactional
class QuarantineDoorsTest {
    private static final byte[] BYTES = {'S', 'u', 'b', 0, (byte) 0xff, '\r', '\n', '<', '>'};

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void each_mail_says_why_it_is_there() throws Exception {
        quarantined("too_slow");
        see("/admin/quarantine", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Leggerla richiede troppo tempo"),
                                containsString("after 10 &lt;s&gt;"),
                                containsString("nella casella posta, 9 byte"))));
        see("/admin", ANNA).andExpect(content().string(containsString("da decidere</span>")));
    }

    @Test
    void every_reason_has_its_words() throws Exception {
        for (var reason :
                new String[] {"too_large", "too_many_headers", "too_slow", "too_much", "not_a_mail", "broken", "defied"
                }) {
            quarantined(reason);
            see("/admin/quarantine", ANNA).andExpect(status().isOk());
        }
    }

    @Test
    void the_original_comes_byte_by_byte_and_no_browser_opens_it() throws Exception {
        var mail = quarantined("broken");
        see(mail + "/source", ANNA)
                .andExpect(content().bytes(BYTES))
                .andExpect(header().string("Content-Type", "message/rfc822"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        see(mail + "/source", LAURA).andExpect(status().isNotFound());
    }

    @Test
    void what_is_not_in_quarantine_is_not_to_be_had_here() throws Exception {
        var mail = quarantined("broken");
        db.sql("update arrival set state = 'SORTED'").update();
        see(mail + "/source", ANNA).andExpect(status().isNotFound());
        send(mail + "/retrial", Map.of()).andExpect(status().isNotFound());
        send(mail + "/discard", Map.of("why", "Pubblicità")).andExpect(status().isNotFound());
    }

    @Test
    void a_mail_that_is_tried_again_waits_to_be_sorted() throws Exception {
        var mail = quarantined("defied");
        send(mail + "/retrial", Map.of()).andExpect(status().isSeeOther());
        assertThat(fate(mail)).isEqualTo("WAITING  ");
    }

    @Test
    void of_a_mail_that_was_too_large_there_is_only_the_beginning() throws Exception {
        var mail = quarantined("too_large");
        see("/admin/quarantine", ANNA)
                .andExpect(content()
                        .string(allOf(containsString("Scarica l’inizio"), not(containsString(mail + "/retrial")))));
        send(mail + "/retrial", Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("c’è solo l’inizio")));
        assertThat(fate(mail)).startsWith("QUARANTINED");
    }

    @Test
    void what_is_only_a_head_can_be_fetched_again_and_its_server_answers_for_it() throws Exception {
        var large = quarantined("too_large");
        see("/admin/quarantine", ANNA).andExpect(content().string(not(containsString(large + "/fetching"))));
        var mail = quarantined("unfetchable");
        see("/admin/quarantine", ANNA).andExpect(content().string(containsString(mail + "/fetching")));
        told(mail + "/fetching", "mailbox.unreachable");
        assertThat(fate(mail)).startsWith("QUARANTINED unfetchable");

        var whole = quarantined("broken");
        see("/admin/quarantine", ANNA).andExpect(content().string(not(containsString(whole + "/fetching"))));
        told(whole + "/fetching", "quarantine.whole");
    }

    /** By the notice on the page to which the answer leads. */
    private void told(String address, String refusal) throws Exception {
        assertThat(LoggedIn.notice(send(address, Map.of()).andExpect(status().isSeeOther())))
                .startsWith("refusal." + refusal);
    }

    @Test
    void who_discards_says_why_and_both_stay_written_down() throws Exception {
        var mail = quarantined("broken");
        send(mail + "/discard", Map.of("why", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Scriva perché scarta la mail."), containsString(" open"))));
        assertThat(fate(mail)).startsWith("QUARANTINED");

        send(mail + "/discard", Map.of("why", "È pubblicità")).andExpect(status().isSeeOther());
        assertThat(fate(mail))
                .isEqualTo("DISCARDED È pubblicità " + cast.as(ANNA).name());
    }

    /** Its address. */
    private String quarantined(String reason) {
        var kept = files.keep(new ByteArrayInputStream(BYTES));
        return "/admin/quarantine/"
                + db.sql("""
                with box as (
                    insert into mailbox (name, protocol, valid)
                    values ('posta', 'IMAP', false)
                        on conflict (name) do update set valid = false
                    returning id)
                insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state, reason, detail)
                select id, 1, 0, '1', :hash, :size, now(), 'QUARANTINED', :reason, 'after 10 <s>' from box
                    on conflict (mailbox_id, coalesce(came, hash)) do update set reason = excluded.reason
                returning id
                """)
                        .param("hash", kept.hash().bytes())
                        .param("size", kept.size())
                        .param("reason", reason)
                        .query(Long.class)
                        .single();
    }

    private String fate(String mail) {
        return db.sql("select state || ' ' || reason || ' ' || settled_by from arrival where id = :id")
                .param("id", Long.parseLong(mail.substring(mail.lastIndexOf('/') + 1)))
                .query(String.class)
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
