package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.mail.LetterId;
import sportello.relay.TryingLetters;

/** Where administrators read what became of all letters, and have one tried again. */
@SportelloTest
@Transactional
class OutgoingDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TryingLetters trying;

    @Autowired
    private Clock clock;

    private Cast cast;
    private String house = "";

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        house = "casa" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    }

    @Test
    void all_are_listed_with_their_state_and_the_servers_words() throws Exception {
        letter("uno", "failed", "550 no such user");
        letter("due", "sent", "250 ok");
        var page = page("address=" + house);
        assertThat(page).contains("uno@" + house, "due@" + house, "550 no such user", "non consegnata");
        assertThat(page("state=failed&address=" + house)).contains("uno@").doesNotContain("due@");
        assertThat(page("address=DUE@" + house)).contains("due@").doesNotContain("uno@");
        assertThat(page("address=_ue@" + house)).as("signs are signs").doesNotContain("due@" + house);
        assertThat(page("since=2999-01-01&address=" + house)).contains("Nessuna mail.");
        assertThat(page("until=2001-01-01&address=" + house)).contains("Nessuna mail.");
        assertThat(page("since=ieri&address=" + house)).contains("uno@");
    }

    @Test
    void page_after_page_shows_each_once() throws Exception {
        for (var number = 0; number < OutgoingPage.MOST + 3; number++) letter("n" + number, "sent", "250 ok");
        var first = page("address=" + house);
        var before = first.replaceFirst("(?s).*before=([0-9]+).*", "$1");
        var second = page("address=" + house + "&before=" + before);
        assertThat(second).contains("n0@" + house, "n2@" + house).doesNotContain("n3@" + house);
        assertThat(first).contains("n3@" + house).doesNotContain("n2@" + house);
    }

    @ParameterizedTest
    @CsvSource({"waiting", "failed"})
    void what_waits_or_was_given_up_is_due_at_once(String state) throws Exception {
        var id = letter("uno", state, "451 busy");
        assertThat(page("address=" + house)).contains("Riprova adesso");
        as(post("/admin/outgoing/" + id + "/retrial")).andExpect(status().isSeeOther());
        assertThat(state(id)).isEqualTo("waiting");
        assertThat(db.sql("""
                select execution_time <= :now
                  from scheduled_tasks
                 where task_name = 'send-letter' and task_instance = :id
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", "" + id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"sent", "recalled"})
    void what_has_left_or_was_recalled_stays_as_it_is(String state) throws Exception {
        var id = letter("uno", state, "250 ok");
        assertThat(page("address=" + house)).doesNotContain("Riprova adesso");
        as(post("/admin/outgoing/" + id + "/retrial")).andExpect(status().isUnprocessableContent());
        assertThat(state(id)).isEqualTo(state);
        as(post("/admin/outgoing/0/retrial")).andExpect(status().isNotFound());
    }

    @Test
    void what_can_still_be_recalled_keeps_its_time() throws Exception {
        var id = letter("uno", "waiting", "");
        db.sql("update letter set leaves_at = :later where id = :id")
                .param("later", Timestamp.from(clock.instant().plus(Duration.ofMinutes(1))))
                .param("id", id)
                .update();
        as(post("/admin/outgoing/" + id + "/retrial")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void what_went_again_as_another_letter_goes_no_third_time() throws Exception {
        var id = letter("uno", "failed", "550 no such user");
        db.sql("""
                insert into letter (message_id, to_address, subject, text_body, html_body, created_at)
                select message_id, to_address, subject, text_body, html_body, created_at from letter where id = :id
                """).param("id", id).update();
        as(post("/admin/outgoing/" + id + "/retrial")).andExpect(status().isUnprocessableContent());
        assertThat(state(id)).isEqualTo("failed");
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var id = letter("uno", "failed", "550 no such user");
        assertThat(trying.tryNow(new LetterId(id), cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(state(id)).isEqualTo("failed");
    }

    private long letter(String name, String state, String answer) {
        return db.sql("""
                insert into letter (message_id, to_address, subject, text_body, html_body, state, attempts, answer,
                                    created_at, tried_at, sent_at)
                values ('<' || gen_random_uuid() || '@localhost>', :to, 'Orari', '', '', :state, 1, :answer,
                        :now, :now, case when :state::text = 'sent' then :now::timestamptz end)
                returning id
                """)
                .param("to", name + "@" + house)
                .param("state", state)
                .param("answer", answer)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        return db.sql("select state from letter where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String page(String query) throws Exception {
        return as(get("/admin/outgoing?" + query)).andReturn().getResponse().getContentAsString();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
