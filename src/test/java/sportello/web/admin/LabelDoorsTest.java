package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.field.Label;
import sportello.identity.LoggedIn;
import sportello.ticket.KeepingLabels;
import sportello.ticket.LabelList;
import sportello.ticket.LabelSettings;
import sportello.ticket.Locking;
import sportello.ticket.Opening;
import sportello.ticket.Prioritising;
import sportello.ticket.Priority;

/** The administrators' door to the names and colours of states and priorities. */
@SportelloTest
@Transactional
class LabelDoorsTest {
    private static final String NEW = "/admin/states/1";
    private static final String HIGH = "/admin/priorities/4";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingLabels keeping;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Prioritising prioritising;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_state_is_called_and_marked_as_the_house_says_wherever_it_is_named() throws Exception {
        var number = LibraryStory.askedBy(cast.as(GIULIA), opening);
        web.perform(get("/admin/states").with(LoggedIn.as(cast.as(LAURA), db))).andExpect(status().isNotFound());
        send(
                        NEW,
                        Map.of(
                                "italian",
                                " Appena\tarrivato ",
                                "customerItalian",
                                "Presa nota",
                                "mark",
                                "pink",
                                "valid",
                                "true"))
                .andExpect(status().isSeeOther());

        see("/admin/states", containsString("<span class=\"pill mark-pink\">Appena arrivato</span>"));
        see("/admin/book?topic=states", containsString("Stati: Appena arrivato"));
        see(
                LAURA,
                "/agent/tickets",
                allOf(
                        containsString("<span class=\"pill mark-pink\">Appena arrivato</span>"),
                        containsString(">Appena arrivato <span>("),
                        not(containsString(">Nuovi <span>("))));
        see(LAURA, "/agent/tickets/export", containsString("Appena arrivato"));
        web.perform(get("/portal/requests/" + number.value()).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("<span class=\"pill mark-pink\">Presa nota</span>"),
                                not(containsString(">Ricevuta</span>")))));
        locking.lock(number, cast.as(LAURA));
        see(LAURA, "/tickets/" + number.value() + "/history", containsString("Appena arrivato"));
    }

    @Test
    void so_is_a_priority() throws Exception {
        var number = LibraryStory.askedBy(cast.as(GIULIA), opening);
        send(HIGH, Map.of("italian", "4 di corsa", "mark", "teal", "valid", "true"))
                .andExpect(status().isSeeOther());
        prioritising.prioritise(number, 0, Priority.HIGH, cast.as(LAURA));

        see(
                LAURA,
                "/tickets/" + number.value(),
                allOf(
                        containsString("<span class=\"level level-4 mark-teal\">4 di corsa</span>"),
                        containsString("Priorità: 4 di corsa"),
                        not(containsString("4 alta"))));
    }

    @Test
    void what_is_emptied_is_called_as_we_deliver_it() throws Exception {
        send(NEW, Map.of("italian", "Arrivato", "mark", "pink", "valid", "true"));
        send(NEW, Map.of("version", "1", "valid", "true")).andExpect(status().isSeeOther());
        see("/admin/states", containsString("<span class=\"pill mark-accent\">Nuovo</span>"));
    }

    @Test
    void what_is_not_in_order_is_said_and_what_was_typed_stays() throws Exception {
        refused(Map.of("valid", "true", "italian", "x".repeat(61)), "al massimo 60 caratteri");
        refused(Map.of("valid", "true", "italian", "APERTO"), "Uno stato «APERTO» c’è già");
        send("/admin/states/3", Map.of("valid", "true", "italian", "In corso"));
        send(NEW, Map.of("valid", "true", "italian", "Aperto")).andExpect(status().isSeeOther());
        send("/admin/states/3", Map.of("valid", "true", "version", "1", "english", "Running"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Uno stato «Aperto» c’è già")));
        refused(Map.of("valid", "true", "italian", "Fresco"), "Nel frattempo qualcuno");
        web.perform(get("/admin/states/77/edit").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_state_out_of_use_is_no_longer_offered_nor_taken_and_what_has_it_keeps_it() throws Exception {
        var number = LibraryStory.askedBy(cast.as(GIULIA), opening);
        var ticket = "/tickets/" + number.value();
        var unsuccessful = Map.of("version", "0", "state", "pending_close_unsuccessful", "quick", "tomorrow");
        send(LAURA, ticket + "/pending", unsuccessful).andExpect(status().isSeeOther());
        send("/admin/states/6", Map.of()).andExpect(status().isSeeOther());

        see("/admin/states", containsString("fuori uso"));
        see("/search", containsString("In attesa di chiusura - (fuori uso)"));
        see(LAURA, ticket, containsString("Si chiude · "));
        see(
                LAURA,
                ticket + "/pending/new",
                allOf(containsString("pending_close_successful"), not(containsString("pending_close_unsuccessful"))));
        send(
                        LAURA,
                        ticket + "/pending",
                        Map.of("version", "1", "state", "pending_close_unsuccessful", "quick", "tomorrow"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Questo stato non si usa più")));
        send("/admin/states/8", Map.of()).andExpect(status().isSeeOther());
        see(LAURA, ticket + "/closure/new", not(containsString("value=\"closed_unsuccessful\" required")));
    }

    @Test
    void a_priority_out_of_use_is_no_longer_offered_nor_taken_and_what_has_it_keeps_it() throws Exception {
        var number = LibraryStory.askedBy(cast.as(GIULIA), opening);
        var ticket = "/tickets/" + number.value();
        prioritising.prioritise(number, 0, Priority.HIGH, cast.as(LAURA));
        see(LAURA, ticket, containsString("value=\"LOW\""));
        send(HIGH, Map.of()).andExpect(status().isSeeOther());
        send("/admin/priorities/2", Map.of()).andExpect(status().isSeeOther());

        see(
                LAURA,
                ticket,
                allOf(containsString("value=\"HIGH\" aria-pressed=\"true\""), not(containsString("value=\"LOW\""))));
        assertThat(prioritising.prioritise(number, 1, Priority.LOW, cast.as(LAURA)))
                .isEqualTo(Outcome.refused("priorities.unknown"));
        see("/admin/routing/new", allOf(containsString(">5 molto alta<"), not(containsString(">4 alta<"))));
    }

    @Test
    void what_the_house_needs_stays_and_the_page_says_why() throws Exception {
        see(NEW + "/edit", containsString("i ticket ci entrano da soli"));
        send(NEW, Map.of()).andExpect(status().isUnprocessableContent());
        see("/admin/priorities/3/edit", containsString("l’hanno i ticket per cui nessuno decide altro"));
        send("/admin/priorities/3", Map.of()).andExpect(status().isUnprocessableContent());
        db.sql("""
                insert into routing_rule (name, priority, valid, position, queue_id)
                select 'Urgenti', 4, true, 9000, min(id) from queue
                """).update();
        send(HIGH, Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("una regola di smistamento la dà")));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var settings = new LabelSettings(new Label("Fresco", ""), new Label("", ""), null, true);
        assertThat(keeping.correct(
                        LabelList.STATES, 1, 0, settings, cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private void refused(Map<String, String> fields, String why) throws Exception {
        send(NEW, fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString(why), containsString("value=\"" + fields.get("italian") + "\""))));
    }

    private void see(String address, Matcher<String> what) throws Exception {
        see(ANNA, address, what);
    }

    private void see(Operator who, String address, Matcher<String> what) throws Exception {
        web.perform(get(address).with(LoggedIn.as(cast.as(who), db)))
                .andExpect(content().string(what));
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        return send(ANNA, address, fields);
    }

    private ResultActions send(Operator who, String address, Map<String, String> fields) throws Exception {
        var form = post(address);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
