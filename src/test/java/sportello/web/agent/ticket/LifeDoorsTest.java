package sportello.web.agent.ticket;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The doors of a ticket's later life: waiting, the duty, customers, links, merges, splits, watching. */
@SportelloTest
@Transactional
class LifeDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;
    private TicketNumber library;
    private TicketNumber again;

    @BeforeEach
    void the_same_is_asked_twice() {
        cast = Cast.onStage(db);
        library = opened(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT);
        again = opened(PAOLO, "Orario della biblioteca", "Va cambiato l’orario dell’impianto.");
    }

    @Test
    void a_click_puts_the_ticket_aside_until_tomorrow_morning() throws Exception {
        see(LAURA, "/tickets/" + library + "/pending/new")
                .andExpect(content().string(containsString("Domani alle 8:00")));
        send(LAURA, "/pending", Map.of("state", "pending_reminder", "quick", "tomorrow"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/tickets/" + library));
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("In attesa fino al")));
    }

    @Test
    void a_day_that_has_passed_comes_back_with_what_was_typed() throws Exception {
        send(
                        LAURA,
                        "/pending",
                        Map.of(
                                "state", "pending_close_successful",
                                "date", "2020-02-29",
                                "time", "08:15",
                                "text", "Manca <il> pezzo"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La data è già passata")))
                .andExpect(content().string(containsString("value=\"2020-02-29\"")))
                .andExpect(content().string(containsString("Manca &lt;il&gt; pezzo")));
        send(LAURA, "/pending", Map.of("state", "pending_reminder", "date", "domani", "time", "8"))
                .andExpect(status().isUnprocessableContent());
        send(LAURA, "/pending", Map.of("date", "2099-01-01", "time", "08:00"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void what_is_overdue_says_so_in_words() throws Exception {
        db.sql("""
                update ticket
                   set state_id = 4, state_type = 'pending_reminder', pending_until = now() - interval '1 hour'
                 where number = :number
                """).param("number", library.value()).update();
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("Scaduto ·")));
        see(LAURA, "/tickets/" + library + "/pending/new").andExpect(content().string(containsString("Riprendi ora")));
        send(LAURA, "/resumption", Map.of()).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + library).andExpect(content().string(not(containsString("Scaduto ·"))));
    }

    @Test
    void the_responsible_finds_the_duty_on_the_page_and_others_find_whose_it_is() throws Exception {
        send(LAURA, "/closure", written("end", "closed_unsuccessful")).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + library)
                .andExpect(content().string(containsString("La causa va accertata dal responsabile, Carla Neri.")))
                .andExpect(content().string(containsString("Riapri")));
        see(CARLA, "/tickets/" + library).andExpect(content().string(containsString("Materiale non disponibile")));

        send(CARLA, "/ascertainment", Map.of("text", "La valvola non si trova."))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scelga una causa.")))
                .andExpect(content().string(containsString("La valvola non si trova.")));
        send(CARLA, "/ascertainment", Map.of("text", "Rotta.", "cause", cause(), "dueOn", "2027-01-15"))
                .andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + library)
                .andExpect(content().string(containsString("Materiale non disponibile")))
                .andExpect(content().string(not(containsString("Da accertare"))));
    }

    @Test
    void a_closed_ticket_is_opened_again() throws Exception {
        send(LAURA, "/closure", written("end", "closed_successful")).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + library + "/reopening/new").andExpect(status().isOk());
        send(LAURA, "/reopening", Map.of("subject", "", "text", "Di nuovo"))
                .andExpect(status().isUnprocessableContent());
        send(LAURA, "/reopening", written("visible", "true")).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("Aperto")));
    }

    @Test
    void the_customer_is_found_by_a_part_of_the_name() throws Exception {
        see(LAURA, "/tickets/" + library + "/customer/edit?q=GALL")
                .andExpect(content().string(containsString("Paolo Galli")))
                .andExpect(content().string(not(containsString("Emily Carter"))));
        see(LAURA, "/tickets/" + library + "/customer/edit?q=zzz")
                .andExpect(content().string(containsString("Nessun risultato per «zzz».")));
        send(LAURA, "/customer", Map.of("user", "" + cast.id(PAOLO).value())).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("tecnico@")));
    }

    @Test
    void tickets_are_linked_and_parted() throws Exception {
        see(LAURA, "/tickets/" + library + "/links/new?q=orario della")
                .andExpect(content().string(containsString(again.value())));
        send(LAURA, "/links", Map.of("other", again.value(), "as", "child")).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + again)
                .andExpect(content().string(containsString("Ticket collegati")))
                .andExpect(content().string(containsString(">genitore<")));
        send(LAURA, "/links", Map.of("other", again.value()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("è già collegato")));
        send(LAURA, "/links/" + again + "/removal", Map.of()).andExpect(status().isSeeOther());
        see(LAURA, "/tickets/" + again).andExpect(content().string(not(containsString("Ticket collegati"))));
    }

    @Test
    void a_merge_leads_on_and_the_customers_page_goes_along_until_it_is_undone() throws Exception {
        send(LAURA, again, "/merge", Map.of("into", library.value()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/tickets/" + library));
        see(LAURA, "/tickets/" + again).andExpect(content().string(containsString("Questo ticket è stato unito al")));
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("Annulla l’unione")));
        see(cast.as(PAOLO), "/portal/requests/" + again)
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/portal/requests/" + library));
        web.perform(post("/portal/requests/" + again + "/replies")
                        .param("text", "Anche il sabato.")
                        .with(LoggedIn.as(cast.as(PAOLO), db)))
                .andExpect(header().string("Location", "/portal/requests/" + library));
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("Anche il sabato.")));

        send(LAURA, again, "/merge/undo", Map.of()).andExpect(status().isSeeOther());
        see(cast.as(PAOLO), "/portal/requests/" + again).andExpect(status().isOk());
    }

    @Test
    void an_article_becomes_a_ticket_of_its_own() throws Exception {
        see(LAURA, "/tickets/" + library + "/splits/new?article=1")
                .andExpect(content().string(containsString("value=\"" + LibraryStory.TITLE + "\"")));
        see(LAURA, "/tickets/" + library + "/splits/new?article=99").andExpect(status().isNotFound());
        send(LAURA, "/splits", Map.of("article", "1", "title", "", "queue", "1"))
                .andExpect(status().isUnprocessableContent());
        send(LAURA, "/splits", Map.of("article", "1", "title", "Solo il sabato", "queue", queue("Energia")))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", not(containsString(library.value()))));
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("Solo il sabato")));
    }

    @Test
    void who_reads_along_may_watch() throws Exception {
        see(NADIA, "/tickets/" + library)
                .andExpect(content().string(containsString(">Osserva<")))
                .andExpect(content().string(not(containsString("/merge/new"))));
        send(NADIA, "/watch", Map.of()).andExpect(status().isSeeOther());
        see(NADIA, "/tickets/" + library).andExpect(content().string(containsString("Non osservare più")));
        send(NADIA, "/unwatch", Map.of()).andExpect(status().isSeeOther());
    }

    @Test
    void the_queues_to_move_to_come_when_they_are_asked_for() throws Exception {
        see(LAURA, "/tickets/" + library)
                .andExpect(content().string(containsString("/tickets/" + library + "/move/new")))
                .andExpect(content().string(not(containsString("Illuminazione::Guasti"))));
        see(LAURA, "/tickets/" + library + "/move/new")
                .andExpect(content().string(containsString("Illuminazione::Guasti")))
                .andExpect(content().string(not(containsString(">Amministrazione<"))));
    }

    /** The customer may read all requests of its own there: then Giulia sees Paolo's, in which hers would go on. */
    @Test
    void where_whoever_asked_would_not_see_it_the_finds_to_merge_into_and_to_give_it_to_say_so() throws Exception {
        var merge = "/tickets/" + library + "/merge/new?q=orario della";
        var customer = "/tickets/" + library + "/customer/edit?q=GALL";
        see(LAURA, merge).andExpect(content().string(not(containsString("non vedrà"))));
        see(LAURA, customer).andExpect(content().string(not(containsString("non vedrà"))));
        db.sql("update permission_group set reserved = true").update();
        see(LAURA, merge).andExpect(content().string(containsString("chi ha chiesto qui non vedrà quel ticket")));
        see(LAURA, customer).andExpect(content().string(containsString("non vedrà il ticket: la coda è riservata")));
        db.sql("""
                insert into customer_right (group_id, customer_id, writes, ours)
                select g.id, c.id, false, true from permission_group g, customer c where c.code = 'ROCCALBA'
                """).update();
        see(LAURA, merge).andExpect(content().string(not(containsString("non vedrà"))));
        see(LAURA, customer).andExpect(content().string(not(containsString("non vedrà"))));
    }

    @Test
    void where_the_customer_would_see_it_no_more_the_queue_to_move_to_says_so() throws Exception {
        db.sql("update permission_group set reserved = true").update();
        see(LAURA, "/tickets/" + library + "/move/new")
                .andExpect(content().string(containsString("riservata: chi ha chiesto non vede il ticket")));
        db.sql("""
                insert into customer_right (group_id, customer_id, writes, ours)
                select g.id, c.id, false, false from permission_group g, customer c
                """).update();
        see(LAURA, "/tickets/" + library + "/move/new")
                .andExpect(content().string(not(containsString("riservata: chi ha chiesto non vede il ticket"))));
    }

    @Test
    void the_history_tells_all_of_it() throws Exception {
        send(LAURA, "/pending", Map.of("state", "pending_reminder", "quick", "monday"));
        send(LAURA, "/links", Map.of("other", again.value(), "as", "parent"));
        send(LAURA, "/customer", Map.of("user", "" + cast.id(PAOLO).value()));
        send(LAURA, again, "/merge", Map.of("into", library.value()));
        see(LAURA, "/tickets/" + library + "/history")
                .andExpect(content().string(containsString("Messo in attesa fino al")))
                .andExpect(content().string(containsString("Collegato al ticket genitore " + again)))
                .andExpect(content()
                        .string(containsString(
                                "da Giulia Moretti (Comune di Roccalba) a Paolo Galli (Comune di Roccalba)")))
                .andExpect(content().string(containsString("Il ticket " + again + " è stato unito a questo.")));
    }

    private TicketNumber opened(Caller caller, String title, String text) {
        var viewer = cast.as(caller);
        var outcome = opening.byPortal(viewer, viewer.customer(), new Title(title), new Message(text), Uploads.NONE);
        if (outcome instanceof Outcome.Done(var number)) return number;
        throw new AssertionError(outcome);
    }

    private ResultActions see(Operator viewer, String address) throws Exception {
        return see(cast.as(viewer), address);
    }

    private ResultActions see(Viewer viewer, String address) throws Exception {
        return web.perform(get(java.net.URI.create(address.replace(" ", "%20"))).with(LoggedIn.as(viewer, db)));
    }

    private ResultActions send(Operator viewer, String part, Map<String, String> form) throws Exception {
        return send(viewer, library, part, form);
    }

    /** On the version that the page would show now. */
    private ResultActions send(Operator viewer, TicketNumber number, String part, Map<String, String> form)
            throws Exception {
        var request = post("/tickets/" + number + part).param("version", version(number));
        for (var field : List.copyOf(form.entrySet())) request = request.param(field.getKey(), field.getValue());
        return web.perform(request.with(LoggedIn.as(cast.as(viewer), db)));
    }

    private static Map<String, String> written(String name, String value) {
        return Map.of("subject", "Oggetto", "text", "Testo", name, value);
    }

    private String version(TicketNumber number) {
        return db.sql("select version::text from ticket where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private String queue(String name) {
        return db.sql("select id::text from queue where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private String cause() {
        return db.sql("select id::text from failure_cause where name = 'Materiale non disponibile'")
                .query(String.class)
                .single();
    }
}
