package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.postmaster.AnswerDetails;
import sportello.postmaster.AnswerKind;
import sportello.postmaster.AnswerText;
import sportello.postmaster.KeepingAnswers;
import sportello.queue.QueueId;

/** Where administrators keep what the house answers by itself. */
@SportelloTest
@Transactional
class AutomaticAnswerDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingAnswers keeping;

    private Cast cast;
    private QueueId queue;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        queue = cast.id(Place.GUASTI);
        db.sql("delete from automatic_answer where queue_id is not null").update();
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_has_its_own_answer_or_else_the_houses(AnswerKind kind) throws Exception {
        var version = keeping.find(kind, null).orElseThrow().version();
        as(get("/admin/answers/" + kind.key() + "/edit")).andExpect(status().isOk());
        send(kind, false, version, "Casa {{ticket.number}}", true).andExpect(status().isSeeOther());
        send(kind, true, KeepingAnswers.NONE, "Coda {{queue.name}}", false).andExpect(status().isSeeOther());
        assertThat(keeping.find(kind, queue).orElseThrow().details().sent()).isFalse();
        as(get("/admin/answers"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Casa {{ticket.number}}"),
                                containsString("Coda {{queue.name}}"),
                                containsString("non parte"),
                                containsString("come tutte le code"))));

        as(answer(kind, true, 0, "Coda", true).param("own", "false")).andExpect(status().isSeeOther());
        assertThat(keeping.find(kind, queue)).isEmpty();
    }

    @Test
    void it_is_tried_on_a_ticket_and_nothing_is_kept() throws Exception {
        var before = keeping.all();
        var number = db.sql("select number from ticket where queue_id = :queue order by id limit 1")
                .param("queue", queue.value())
                .query(String.class)
                .optional();
        var form = form("/admin/answers/received/preview", "{{ticket.number}} in {{queue.name}}", true);
        as(form.param("number", number.orElse("")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                number.map(one -> one + " in Guasti").orElse("2026-1 in [queue.name]"))));
        as(form("/admin/answers/received/preview", "x", true).param("number", "999999999"))
                .andExpect(status().isUnprocessableContent());
        assertThat(keeping.all()).isEqualTo(before);
    }

    @Test
    void what_is_amiss_is_said_and_what_was_typed_comes_back() throws Exception {
        var before = keeping.all();
        send(AnswerKind.RECEIVED, true, KeepingAnswers.NONE, "Ticket {{ticket.title}}", true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Non significano nulla: ticket.title"),
                                containsString("Ticket {{ticket.title}}"))));
        send(AnswerKind.RECEIVED, true, KeepingAnswers.NONE, " ", true).andExpect(status().isUnprocessableContent());
        send(AnswerKind.RECEIVED, true, 7, "Coda", true)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
        as(get("/admin/answers/never/edit")).andExpect(status().isNotFound());
        as(get("/admin/answers/received/edit").param("queue", "999999")).andExpect(status().isNotFound());
        assertThat(keeping.all()).isEqualTo(before);
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var text = new AnswerText("Ricevuto", "Grazie.");
        var laura = cast.as(LAURA).authority();
        assertThat(keeping.write(AnswerKind.RECEIVED, null, 0, new AnswerDetails(true, text, text), laura))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.drop(AnswerKind.RECEIVED, queue, KeepingAnswers.NONE, laura))
                .isInstanceOf(Outcome.Refused.class);
    }

    private ResultActions send(AnswerKind kind, boolean own, int seen, String subject, boolean sent) throws Exception {
        return as(
                own
                        ? answer(kind, true, seen, subject, sent).param("own", "true")
                        : answer(kind, false, seen, subject, sent));
    }

    private MockHttpServletRequestBuilder answer(AnswerKind kind, boolean own, int seen, String subject, boolean sent) {
        var form = form("/admin/answers/" + kind.key(), subject, sent).param("seen", "" + seen);
        return own ? form.param("queue", "" + queue.value()) : form;
    }

    private static MockHttpServletRequestBuilder form(String address, String subject, boolean sent) {
        var form = post(address)
                .param("subject", subject)
                .param("body", "Grazie.")
                .param("englishSubject", "Thanks")
                .param("englishBody", "Thank you.");
        return sent ? form.param("sent", "true") : form;
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
