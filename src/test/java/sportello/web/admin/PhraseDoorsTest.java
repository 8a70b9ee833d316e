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

import java.util.Map;
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
import sportello.queue.QueueId;
import sportello.reply.KeepingPhrases;
import sportello.reply.Phrase;
import sportello.reply.Salutations;
import sportello.reply.Signatures;

/** Where administrators keep how letters begin and end. */
@SportelloTest
@Transactional
class PhraseDoorsTest {
    private static final Map<String, String> VALUES = Map.of("agent.name", "Laura Bassi");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingPhrases keeping;

    @Autowired
    private Salutations salutations;

    @Autowired
    private Signatures signatures;

    private Cast cast;
    private QueueId queue;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        queue = cast.id(Place.GUASTI);
        db.sql("delete from salutation").update();
        db.sql("delete from signature").update();
    }

    @ParameterizedTest
    @EnumSource
    void a_queue_has_its_own_words_or_else_the_houses(Phrase phrase) throws Exception {
        send(phrase, false, "", "Casa, {{agent.name}}").andExpect(status().isSeeOther());
        assertThat(words(phrase)).isEqualTo("Casa, Laura Bassi");
        send(phrase, true, "", "Coda,\r\n{{agent.name}}").andExpect(status().isSeeOther());
        assertThat(words(phrase)).isEqualTo("Coda,\nLaura Bassi");
        as(get("/admin/phrases"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Casa, {{agent.name}}"),
                                containsString("Coda,\n{{agent.name}}"),
                                containsString("come tutte le code"))));

        send(phrase, true, "Coda,\r\n{{agent.name}}", " ").andExpect(status().isSeeOther());
        assertThat(words(phrase)).isEqualTo("Casa, Laura Bassi");
        send(phrase, false, "Casa, {{agent.name}}", "").andExpect(status().isSeeOther());
        assertThat(words(phrase)).isEmpty();
    }

    @Test
    void words_that_were_there_before_this_page_can_be_corrected() throws Exception {
        db.sql("insert into signature (queue_id, body) values (null, E'Cordiali saluti,\\n{{agent.name}}\\n')")
                .update();
        send(Phrase.SIGNATURE, false, "Cordiali saluti,\r\n{{agent.name}}\r\n", "Saluti")
                .andExpect(status().isSeeOther());
        assertThat(words(Phrase.SIGNATURE)).isEqualTo("Saluti");
    }

    @Test
    void what_is_amiss_is_said_and_what_was_typed_comes_back() throws Exception {
        send(Phrase.SIGNATURE, true, "", "Saluti {{agent.nome}}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Non significano nulla: agent.nome"),
                                containsString("Saluti {{agent.nome}}"))));
        send(Phrase.SIGNATURE, true, "", "x".repeat(2001)).andExpect(status().isUnprocessableContent());
        send(Phrase.SIGNATURE, true, "un altro", "Saluti")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("Nel frattempo qualcuno"), containsString("Saluti"))));
        as(get("/admin/phrases/motto/edit")).andExpect(status().isNotFound());
        as(get("/admin/phrases/signature/edit").param("queue", "999999")).andExpect(status().isNotFound());
        assertThat(keeping.all()).isEmpty();
    }

    @Test
    void the_use_case_asks_too_who_may() {
        assertThat(keeping.write(
                        Phrase.SIGNATURE, null, "", "Saluti", cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private String words(Phrase phrase) {
        return switch (phrase) {
            case SALUTATION -> salutations.of(queue, VALUES);
            case SIGNATURE -> signatures.of(queue, VALUES);
        };
    }

    private ResultActions send(Phrase phrase, boolean own, String seen, String body) throws Exception {
        var form = post("/admin/phrases/" + phrase.key()).param("seen", seen).param("body", body);
        return as(own ? form.param("queue", "" + queue.value()) : form);
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
