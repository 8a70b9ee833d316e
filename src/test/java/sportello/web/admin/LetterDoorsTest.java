package sportello.web.admin;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Operator.ANNA;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Where administrators keep which rules tell people, and in which words. */
@SportelloTest
@Transactional
class LetterDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void each_rule_is_a_box_to_tick() throws Exception {
        page("/admin/letters")
                .andExpect(content()
                        .string(allOf(
                                containsString("aria-label=\"presa in carico: avvisa proprietario\""),
                                not(containsString("fornita accesa")))));
        perform(post("/admin/letters").param("on", "1")).andExpect(status().isSeeOther());
        page("/admin/letters").andExpect(content().string(containsString("fornita accesa")));
    }

    @Test
    void a_rule_is_narrowed_to_urgent_tickets() throws Exception {
        page("/admin/letters").andExpect(content().string(not(containsString("da priorità"))));
        page("/admin/letters/rules/1/edit").andExpect(status().isOk());
        perform(post("/admin/letters/rules/1").param("priority", "4")).andExpect(status().isSeeOther());
        page("/admin/letters").andExpect(content().string(containsString("da priorità 4 alta")));
        perform(post("/admin/letters/rules/1").param("priority", "9")).andExpect(status().isUnprocessableContent());
        page("/admin/letters/rules/0/edit").andExpect(status().isNotFound());
    }

    @Test
    void a_letter_is_corrected_and_the_delivered_one_taken_again() throws Exception {
        perform(typed("/admin/letters/locked")).andExpect(status().isSeeOther());
        page("/admin/letters").andExpect(content().string(containsString("testo della casa")));
        page("/admin/letters/locked/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Preso in carico\""),
                                containsString("Riprendi il testo fornito"))));

        perform(post("/admin/letters/locked/restoration")).andExpect(status().isSeeOther());
        page("/admin/letters/locked/edit")
                .andExpect(content().string(not(containsString("Riprendi il testo fornito"))));
    }

    @Test
    void what_is_amiss_is_said_and_what_was_typed_comes_back() throws Exception {
        perform(typed("/admin/letters/locked_customer").param("body.it", "mai letto"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("non può sapere: actor.name"), containsString("Preso in carico"))));
    }

    @Test
    void a_preview_shows_both_languages_and_keeps_nothing() throws Exception {
        perform(typed("/admin/letters/locked/preview").param("number", ticket().value()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Anna Riva se ne occupa."),
                                containsString("Anna Riva takes care of it."))));
        page("/admin/letters/locked/edit").andExpect(content().string(not(containsString("se ne occupa."))));
    }

    @Test
    void a_preview_wants_a_ticket_that_can_be_read() throws Exception {
        perform(typed("/admin/letters/locked/preview").param("number", "123"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non è un ticket che può leggere")));
    }

    @Test
    void without_a_ticket_the_names_stand_there() throws Exception {
        perform(typed("/admin/letters/locked/preview"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("[actor.name] se ne occupa.")));
    }

    @Test
    void a_trial_says_where_it_went() throws Exception {
        perform(typed("/admin/letters/locked/trial").param("number", ticket().value()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("La prova è partita per anna.riva@valleservizi.example.")));
    }

    @Test
    void there_is_no_letter_of_another_name() throws Exception {
        page("/admin/letters/fantasia/edit").andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder typed(String address) {
        return post(address)
                .param("subject.it", "Preso in carico")
                .param("body.it", "{{actor.name}} se ne occupa.")
                .param("subject.en", "Taken over")
                .param("body.en", "{{actor.name}} takes care of it.");
    }

    /** In the raw queue, where Anna works. */
    private TicketNumber ticket() {
        var emily = cast.as(EMILY);
        var opened = opening.byPortal(
                emily,
                emily.customer(),
                new Title("A question"),
                new Message("Who can tell us about the fair?"),
                new Uploads(List.of()));
        if (opened instanceof Outcome.Done(var number)) return number;
        throw new AssertionError("The ticket was refused");
    }

    private ResultActions page(String address) throws Exception {
        return perform(get(address));
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
