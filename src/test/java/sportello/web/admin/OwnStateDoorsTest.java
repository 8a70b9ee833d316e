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
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** The administrators' door to the states of the house's own, and all the doors behind which they are chosen and read. */
@SportelloTest
@Transactional
class OwnStateDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingOwnStates keeping;

    @Autowired
    private Opening opening;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void a_request_is_there() {
        cast = Cast.onStage(db);
        number = LibraryStory.askedBy(cast.as(GIULIA), opening);
    }

    @Test
    void it_is_added_corrected_moved_and_taken_out_of_use() throws Exception {
        see(
                ANNA,
                "/admin/states/new",
                allOf(containsString("Si comporta come"), not(containsString("value=\"merged\""))));
        var supplier = supplier();
        send(ANNA, "/admin/states", typed("closed_successful", "Risolto per telefono", "Settled by phone", ""));
        send(ANNA, "/admin/states", typed("pending_reminder", "In officina", "In the workshop", ""));
        send(ANNA, "/admin/states/own/" + supplier + "/move", Map.of("way", "down"))
                .andExpect(status().isSeeOther());
        assertThat(keeping.all().getLast().id()).isEqualTo(supplier);
        see(
                ANNA,
                "/admin/states",
                allOf(
                        containsString("<span class=\"pill mark-pink\">In attesa del fornitore</span>"),
                        containsString("nessun ticket")));

        send(LAURA, ticket("/pending"), Map.of("version", "0", "state", key(supplier), "quick", "tomorrow"));
        see(
                ANNA,
                "/admin/states/own/" + supplier + "/edit",
                allOf(
                        containsString("Si comporta come «In attesa di promemoria»"),
                        containsString("Un ticket è in questo stato.")));
        send(
                        ANNA,
                        "/admin/states/own/" + supplier,
                        Map.of("version", "0", "italian", "Dal fornitore", "english", "At the supplier"))
                .andExpect(status().isSeeOther());
        see(ANNA, "/admin/states", allOf(containsString("Dal fornitore"), containsString("fuori uso")));
        see(ANNA, "/admin/book?topic=own_states", containsString("Altri stati: Dal fornitore"));
        see(LAURA, ticket("/pending/new"), not(containsString("Dal fornitore")));
        see(LAURA, ticket(""), containsString("Dal fornitore"));
    }

    @Test
    void what_is_not_in_order_is_said_and_what_was_typed_stays() throws Exception {
        send(ANNA, "/admin/states", typed("", "Presso terzi", "With others", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Scelga lo stato come cui si comporta."),
                                containsString("value=\"Presso terzi\""))));
        send(ANNA, "/admin/states", typed("open", "Aperto", "With others", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Uno stato «Aperto» c’è già"),
                                containsString("value=\"open\" required checked"))));
        send(ANNA, "/admin/states", typed("open", "Presso terzi", "", ""))
                .andExpect(content().string(containsString("Scriva il nome in italiano e in inglese.")));
        web.perform(get("/admin/states/own/987654/edit").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isNotFound());
        web.perform(get("/admin/states/new").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_ticket_waits_in_it_and_everybody_reads_it() throws Exception {
        var supplier = supplier();
        see(LAURA, ticket("/pending/new"), containsString("In attesa del fornitore – "));
        send(LAURA, ticket("/pending"), Map.of("version", "0", "state", key(supplier), "quick", "tomorrow"))
                .andExpect(status().isSeeOther());

        var pill = containsString("<span class=\"pill mark-pink\">In attesa del fornitore · ");
        see(LAURA, ticket(""), pill);
        see(LAURA, "/agent/tickets", pill);
        see(LAURA, "/agent/tickets?status=" + key(supplier), pill);
        see(LAURA, "/agent/tickets/export", containsString("In attesa del fornitore"));
        see(LAURA, ticket("/history"), containsString("In attesa del fornitore"));
        see(LAURA, "/search?state=" + key(supplier), pill);
        see(LAURA, "/search?state=pending_reminder", pill);
        see(LAURA, "/search", containsString("<option value=\"" + key(supplier) + "\""));
        web.perform(get("/portal/requests/" + number.value()).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(
                        content().string(containsString("<span class=\"pill mark-pink\">Aspettiamo un pezzo</span>")));
    }

    @Test
    void a_ticket_is_closed_in_it_alone_and_with_others() throws Exception {
        send(ANNA, "/admin/states", typed("closed_successful", "Risolto per telefono", "Settled by phone", ""));
        var phone = "closed_successful-" + keeping.all().getLast().id();
        var why = Map.of("version", "0", "subject", "Fatto", "text", "Detto a voce.", "visible", "false", "end", phone);
        see(LAURA, ticket("/closure/new"), containsString("value=\"" + phone + "\" required"));
        send(LAURA, ticket("/closure"), why).andExpect(status().isSeeOther());
        see(LAURA, ticket(""), containsString("<span class=\"pill mark-grey\">Risolto per telefono</span>"));

        see(
                LAURA,
                "/agent/bulks/new?action=close&ticket=" + number.value(),
                containsString("value=\"" + phone + "\" required"));
    }

    @Test
    void what_is_written_leaves_the_ticket_in_it() throws Exception {
        var supplier = supplier();
        send(ANNA, "/admin/states", typed("closed_successful", "Risolto per telefono", "Settled by phone", ""));
        var phone = "closed_successful-" + keeping.all().getLast().id();
        see(
                LAURA,
                ticket("/answers/new?article=1"),
                allOf(
                        containsString("<option value=\"" + key(supplier) + "\""),
                        containsString("<option value=\"" + phone + "\"")));
        send(LAURA, ticket("/answers"), answer(0, key(supplier), "2020-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"" + key(supplier) + "\" selected")));
        send(LAURA, ticket("/answers"), answer(0, key(supplier), "2027-06-30")).andExpect(status().isSeeOther());
        see(LAURA, ticket(""), containsString("<span class=\"pill mark-pink\">In attesa del fornitore · "));
        var version = db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
        send(LAURA, ticket("/answers"), answer(version, phone, "")).andExpect(status().isSeeOther());
        see(LAURA, ticket(""), containsString("<span class=\"pill mark-grey\">Risolto per telefono</span>"));
    }

    private static Map<String, String> answer(int version, String then, String date) {
        return Map.of(
                "version", "" + version,
                "article", "1",
                "to", "biblioteca@roccalba.example",
                "subject", "Orari",
                "text", "Ecco.",
                "then", then,
                "date", date,
                "time", "08:00");
    }

    @Test
    void a_ticket_begins_in_it_and_filters_and_rules_name_it() throws Exception {
        send(ANNA, "/admin/states", typed("open", "Presso terzi", "With others", ""));
        var others = "open-" + keeping.all().getLast().id();
        see(LAURA, "/tickets/new", containsString("<option value=\"" + others + "\""));
        see(ANNA, "/admin/filters/new", containsString("<option value=\"Presso terzi\""));
        see(ANNA, "/admin/own-rules/new", containsString("name=\"state\" value=\"" + others + "\""));
    }

    private int supplier() throws Exception {
        var typed = typed("pending_reminder", "In attesa del fornitore", "Waiting for the supplier", "pink");
        send(ANNA, "/admin/states", typed).andExpect(status().isSeeOther());
        return keeping.all().getLast().id();
    }

    private static Map<String, String> typed(String like, String italian, String english, String mark) {
        return Map.of(
                "like", like,
                "italian", italian,
                "english", english,
                "customerItalian", mark.isEmpty() ? "" : "Aspettiamo un pezzo",
                "mark", mark,
                "valid", "true");
    }

    private static String key(int supplier) {
        return "pending_reminder-" + supplier;
    }

    private String ticket(String rest) {
        return "/tickets/" + number.value() + rest;
    }

    private void see(Operator who, String address, Matcher<String> what) throws Exception {
        web.perform(get(address).with(LoggedIn.as(cast.as(who), db)))
                .andExpect(content().string(what));
    }

    private ResultActions send(Operator who, String address, Map<String, String> fields) throws Exception {
        var form = post(address);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
