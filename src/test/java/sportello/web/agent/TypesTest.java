package sportello.web.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.TicketNumber;

/** Of which type a ticket is: said on its page, shown there and in lists, and found by (F41). */
class TypesTest extends UnclassifiedHouse {
    private TicketNumber typed;
    private TicketNumber other;

    @BeforeEach
    void two_requests() {
        typed = library(GIULIA);
        other = library(PAOLO);
    }

    @Test
    void as_long_as_there_are_none_nobody_is_asked() throws Exception {
        see(LAURA, "/tickets/" + typed).andExpect(content().string(not(containsString("/classes/edit"))));
        see(LAURA, "/tickets/new?channel=phone").andExpect(content().string(not(containsString("name=\"type\""))));
        see(LAURA, "/agent/tickets").andExpect(content().string(not(containsString("name=\"type\""))));
        see(LAURA, "/search").andExpect(content().string(not(containsString("name=\"type\""))));
    }

    @Test
    void it_is_said_on_the_page_told_by_the_history_and_taken_back() throws Exception {
        var fault = type("Guasto");
        see(LAURA, "/tickets/" + typed).andExpect(content().string(containsString("/classes/edit")));
        see(LAURA, "/tickets/" + typed + "/classes/edit")
                .andExpect(content()
                        .string(allOf(containsString(">nessun tipo</option>"), containsString(">Guasto</option>"))));
        classify(LAURA, typed, fault).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + typed).andExpect(content().string(containsString("<dt>Tipo</dt><dd>Guasto</dd>")));
        see(LAURA, "/tickets/" + typed + "/history")
                .andExpect(content().string(containsString("Tipo: impostato su Guasto")));
        classify(LAURA, typed, 0).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + typed).andExpect(content().string(not(containsString("<dt>Tipo</dt>"))));
    }

    @Test
    void whoever_opens_a_ticket_says_it_at_once() throws Exception {
        var fault = type("Guasto");
        see(LAURA, "/tickets/new?channel=phone").andExpect(content().string(containsString(">Guasto</option>")));
        var address = open("type", fault, plants())
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        see(LAURA, address).andExpect(content().string(containsString("<dt>Tipo</dt><dd>Guasto</dd>")));
        see(LAURA, address + "/history").andExpect(content().string(containsString("Tipo: impostato su Guasto")));
    }

    @Test
    void whoever_opens_one_with_a_type_that_is_gone_is_told_and_opens_none() throws Exception {
        var fault = type("Guasto");
        var kept = type("Domanda");
        db.sql("update ticket_type set valid = false where id = :id")
                .param("id", fault)
                .update();
        var before = tickets();
        open("type", fault, plants())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il tipo scelto non c’è più")));
        assertThat(tickets()).isEqualTo(before);
        open("type", kept, "")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"" + kept + "\" selected")));
        see(LAURA, "/tickets/new?channel=phone")
                .andExpect(content()
                        .string(allOf(
                                containsString("Ripresa la bozza"),
                                containsString("value=\"" + kept + "\" selected"))));
    }

    @Test
    void what_cannot_be_chosen_any_more_stays_where_it_is() throws Exception {
        var fault = type("Guasto");
        classify(LAURA, typed, fault);
        db.sql("update ticket_type set valid = false").update();
        see(LAURA, "/tickets/" + typed).andExpect(content().string(containsString("<dd>Guasto</dd>")));
        classify(LAURA, other, fault)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il tipo scelto non c’è più")));
    }

    @Test
    void who_may_only_read_along_does_not_say_it() throws Exception {
        classify(NADIA, typed, type("Guasto")).andExpect(status().isConflict());
        see(NADIA, "/tickets/" + typed).andExpect(content().string(not(containsString("/classes/edit"))));
    }

    @Test
    void lists_and_searches_ask_for_it() throws Exception {
        var fault = type("Guasto");
        classify(LAURA, typed, fault);
        see(LAURA, "/agent/tickets?type=" + fault)
                .andExpect(content()
                        .string(allOf(
                                containsString(typed.value()),
                                not(containsString(other.value())),
                                containsString("<span class=\"soft\">Tipo</span> Guasto"))));
        see(LAURA, "/search?type=" + fault)
                .andExpect(content().string(allOf(containsString(typed.value()), not(containsString(other.value())))));
        see(LAURA, "/search?type=x").andExpect(status().isUnprocessableContent());
    }

    @Test
    void lists_show_it_in_a_column_of_its_own() throws Exception {
        classify(LAURA, typed, type("Guasto"));
        web.perform(
                post("/agent/tickets/layout").param("column", "ticket", "type").with(LoggedIn.as(cast.as(LAURA), db)));
        see(LAURA, "/agent/tickets").andExpect(content().string(containsString("<td class=\"type\">Guasto</td>")));
        var file = see(LAURA, "/agent/tickets/export").andReturn().getResponse();
        assertThat(file.getStatus()).isEqualTo(200);
    }

    @Test
    void for_many_tickets_it_is_asked_for_once() throws Exception {
        type("Guasto");
        see(LAURA, "/agent/bulks/new?action=type&ticket=" + typed)
                .andExpect(content().string(allOf(containsString("nessun tipo"), containsString(">Guasto</option>"))));
        web.perform(post("/agent/bulks")
                        .param("action", "type")
                        .param("ticket", typed.value())
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("Non ha scelto niente")));
    }

    private ResultActions classify(Operator who, TicketNumber ticket, long type) throws Exception {
        return classify(who, ticket, Map.of("type", type));
    }
}
