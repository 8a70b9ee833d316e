package sportello.web.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.TicketNumber;

/** For which service a ticket is: said together with its type, shown and found where types are. */
class ServicesTest extends UnclassifiedHouse {
    private TicketNumber served;
    private TicketNumber other;

    @BeforeEach
    void two_requests_and_no_catalogue() {
        served = library(GIULIA);
        other = library(PAOLO);
    }

    @Test
    void as_long_as_there_is_none_nothing_of_it_is_seen() throws Exception {
        service("Acquedotto", null);
        db.sql("update service set valid = false").update();
        see(LAURA, "/tickets/" + served).andExpect(content().string(not(containsString("/classes/edit"))));
        for (var page :
                new String[] {"/tickets/new?channel=phone", "/agent/tickets", "/search", "/agent/tickets/layout"})
            see(LAURA, page)
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString("name=\"service\"")),
                                    not(containsString("value=\"service\"")),
                                    not(containsString("value=\"type\"")))));
    }

    @Test
    void one_form_asks_for_both_and_the_history_tells_of_what_changed() throws Exception {
        var water = service("Acquedotto", null);
        var leaks = service("Acquedotto › Perdite", water);
        var fault = type("Guasto");
        see(LAURA, "/tickets/" + served).andExpect(content().string(containsString(">Tipo e servizio</a>")));
        see(LAURA, "/tickets/" + served + "/classes/edit")
                .andExpect(content()
                        .string(allOf(
                                containsString("Cambia il tipo e il servizio"),
                                containsString(">Guasto</option>"),
                                containsString(">nessun servizio</option>"),
                                containsString(">Acquedotto › Perdite</option>"))));
        classify(LAURA, served, fault, leaks).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + served)
                .andExpect(content()
                        .string(allOf(
                                containsString("<dt>Tipo</dt><dd>Guasto</dd>"),
                                containsString("<dt>Servizio</dt><dd>Acquedotto › Perdite</dd>"))));
        classify(LAURA, served, fault, water).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + served + "/history")
                .andExpect(content()
                        .string(allOf(
                                containsString("Tipo: impostato su Guasto"),
                                containsString("Servizio: impostato su Acquedotto › Perdite"),
                                containsString("Servizio: da Acquedotto › Perdite a Acquedotto"),
                                not(containsString("Tipo: da Guasto")))));
        classify(LAURA, served, fault, 0).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + served)
                .andExpect(content()
                        .string(allOf(containsString("<dd>Guasto</dd>"), not(containsString("<dt>Servizio</dt>")))));
    }

    @Test
    void what_can_no_longer_be_chosen_stays_while_something_else_is_said() throws Exception {
        var water = service("Acquedotto", null);
        var fault = type("Guasto");
        classify(LAURA, served, 0, water).andExpect(status().isSeeOther());
        db.sql("update service set valid = false").update();
        see(LAURA, "/tickets/" + served + "/classes/edit")
                .andExpect(content().string(containsString("value=\"" + water + "\" selected")));
        classify(LAURA, served, fault, water).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + served)
                .andExpect(content()
                        .string(allOf(containsString("<dd>Guasto</dd>"), containsString("<dd>Acquedotto</dd>"))));
        classify(LAURA, other, fault, water)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il servizio scelto non c’è più")));
        see(LAURA, "/tickets/" + other).andExpect(content().string(not(containsString("<dd>Guasto</dd>"))));
    }

    @Test
    void who_may_only_read_along_does_not_say_it() throws Exception {
        classify(NADIA, served, 0, service("Acquedotto", null)).andExpect(status().isConflict());
    }

    @Test
    void whoever_opens_a_ticket_says_it_at_once() throws Exception {
        var water = service("Acquedotto", null);
        see(LAURA, "/tickets/new?channel=phone")
                .andExpect(content()
                        .string(allOf(
                                containsString(">nessun servizio</option>"), not(containsString("name=\"type\"")))));
        var address = open("service", water, plants())
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        see(LAURA, address).andExpect(content().string(containsString("<dt>Servizio</dt><dd>Acquedotto</dd>")));
        see(LAURA, address + "/history")
                .andExpect(content().string(containsString("Servizio: impostato su Acquedotto")));
    }

    @Test
    void whoever_opens_one_for_a_service_that_is_gone_is_told_and_the_draft_keeps_what_was_chosen() throws Exception {
        var gone = service("Acquedotto", null);
        var kept = service("Rifiuti", null);
        db.sql("update service set valid = false where id = :id")
                .param("id", gone)
                .update();
        var before = tickets();
        open("service", gone, plants())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il servizio scelto non c’è più")));
        assertThat(tickets()).isEqualTo(before);
        open("service", kept, "").andExpect(status().isUnprocessableContent());
        see(LAURA, "/tickets/new?channel=phone")
                .andExpect(content()
                        .string(allOf(
                                containsString("Ripresa la bozza"),
                                containsString("value=\"" + kept + "\" selected"))));
    }

    @Test
    void lists_and_searches_find_what_stands_below_too() throws Exception {
        var water = service("Acquedotto", null);
        classify(LAURA, served, 0, service("Acquedotto › Perdite", water)).andExpect(status().isSeeOther());
        classify(LAURA, other, 0, service("Acquedotto nuovo", null)).andExpect(status().isSeeOther());
        see(LAURA, "/agent/tickets?service=" + water)
                .andExpect(content()
                        .string(allOf(
                                containsString(served.value()),
                                not(containsString(other.value())),
                                containsString("<span class=\"soft\">Servizio</span> Acquedotto"))));
        see(LAURA, "/search?service=" + water)
                .andExpect(content().string(allOf(containsString(served.value()), not(containsString(other.value())))));
        see(LAURA, "/search?service=x").andExpect(status().isUnprocessableContent());
    }

    @Test
    void lists_and_their_files_show_it_in_a_column_of_its_own_as_long_as_there_are_services() throws Exception {
        classify(LAURA, served, 0, service("Acquedotto", null)).andExpect(status().isSeeOther());
        web.perform(post("/agent/tickets/layout")
                .param("column", "ticket", "service")
                .with(LoggedIn.as(cast.as(LAURA), db)));
        see(LAURA, "/agent/tickets").andExpect(content().string(containsString(">Acquedotto</td>")));
        assertThat(export()).contains("Servizio").contains("Acquedotto");
        db.sql("update service set valid = false").update();
        see(LAURA, "/agent/tickets").andExpect(content().string(not(containsString(">Acquedotto</td>"))));
        assertThat(export()).doesNotContain("Servizio").doesNotContain("Acquedotto");
    }

    @Test
    void for_many_tickets_it_is_asked_for_once_and_can_stay_as_it_is() throws Exception {
        type("Guasto");
        service("Acquedotto", null);
        see(LAURA, "/agent/bulks/new?action=type&ticket=" + served)
                .andExpect(content()
                        .string(allOf(
                                containsString("Tipo e servizio di 1 ticket"),
                                containsString(">resta com’è</option>"),
                                containsString(">Acquedotto</option>"))));
        web.perform(post("/agent/bulks")
                        .param("action", "type")
                        .param("ticket", served.value())
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Non ha scelto niente")));
    }

    @Test
    void the_portal_knows_nothing_of_it() throws Exception {
        classify(LAURA, served, 0, service("Servizio segreto", null)).andExpect(status().isSeeOther());
        for (var page : new String[] {"/portal", "/portal/requests/" + served, "/portal/requests/new"})
            web.perform(get(page).with(LoggedIn.as(cast.as(GIULIA), db)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Servizio segreto"))));
    }

    private ResultActions classify(Operator who, TicketNumber ticket, long type, long service) throws Exception {
        return classify(who, ticket, Map.of("type", type, "service", service));
    }

    private String export() throws Exception {
        return see(LAURA, "/agent/tickets/export").andReturn().getResponse().getContentAsString();
    }

    private long service(String name, @Nullable Long above) {
        return db.sql("insert into service (name, parent_id) values (:name, :above) returning id")
                .param("name", name)
                .param("above", above)
                .query(Long.class)
                .single();
    }
}
