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
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.ticket.KeepingLimits;
import sportello.ticket.KeptLimit;
import sportello.ticket.Limit;
import sportello.ticket.Limit.Bound;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.ticket.Work;

/** Where administrators keep and try limits, and the doors of the desk behind which they hold. */
@SportelloTest
@Transactional
class LimitDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingLimits keeping;

    @Autowired
    private Opening opening;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        number = LibraryStory.askedBy(cast.as(GIULIA), opening);
    }

    @Test
    void a_kept_limit_is_what_was_typed_and_comes_back_in_its_form() throws Exception {
        send("/admin/limits", fields("Niente fretta")).andExpect(status().isSeeOther());
        var supervisors = role();
        assertThat(keeping.all())
                .extracting(KeptLimit::limit)
                .containsExactly(new Limit(
                        "Niente fretta",
                        new Limit.When(
                                Set.of(energy()),
                                Set.of(),
                                Set.of(),
                                Set.of(State.NEW, State.OPEN),
                                Set.of(3),
                                Set.of("ROCCALBA"),
                                Set.of(supervisors)),
                        new Limit.Then(
                                Set.of(Work.MERGE, Work.FORWARD),
                                new Bound<>(true, Set.of(State.CLOSED_SUCCESSFUL, State.PENDING_REMINDER)),
                                new Bound<>(false, Set.of(4, 5)),
                                Bound.none(),
                                Bound.none(),
                                new Bound<>(false, Set.of(cast.id(Place.GUASTI).value())))));
        page("/admin/limits", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Niente fretta"),
                                containsString("Energia"),
                                containsString("Supervisori"),
                                containsString("non Unisci"),
                                containsString("soltanto Chiuso con successo"),
                                containsString("non Illuminazione::Guasti"))));
        page("/admin/limits/" + keeping.all().getFirst().id() + "/edit", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"work\" value=\"merge\" checked"),
                                containsString("name=\"only_states\" value=\"yes\" checked"),
                                containsString("name=\"to_state\" value=\"closed_successful\" checked"),
                                containsString("name=\"role\" value=\"" + supervisors + "\" checked"),
                                containsString("value=\"ROCCALBA\""))));
        page("/admin/book?topic=limits", ANNA)
                .andExpect(content()
                        .string(allOf(containsString("Vietato: azioni"), containsString("= closed_successful"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name        | ' '         | Scriva il nome del vincolo.
            name        | niente FRETTA | Un vincolo «niente FRETTA» c’è già.
            customers   | NESSUNO-9   | Un cliente con il codice «NESSUNO-9» non c’è.
            to_priority | 9           | La priorità va da 1 a 5.
            work        | release     | Una delle azioni scelte non si può vietare.
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send("/admin/limits", fields("Niente fretta")).andExpect(status().isSeeOther());
        var form = fields("Nuovo");
        form.set(field, typed);
        send("/admin/limits", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString(said), containsString("name=\"state\" value=\"new\" checked"))));
        assertThat(keeping.all()).hasSize(1);
    }

    @Test
    void what_lies_below_what_a_limit_speaks_of_says_so_too() throws Exception {
        var above = db.sql("insert into service (name) values ('Acqua') returning id")
                .query(Long.class)
                .single();
        var below = db.sql("insert into service (name, parent_id) values ('Acqua › Perdite', :id) returning id")
                .param("id", above)
                .query(Long.class)
                .single();
        var form = fields("Niente fretta");
        form.set("service", "" + above);
        send("/admin/limits", form).andExpect(status().isSeeOther());
        for (var address : List.of(
                "/admin/queues/" + energy(),
                "/admin/queues/" + cast.id(Place.IMPIANTI).value(),
                "/admin/queues/" + cast.id(Place.GUASTI).value(),
                "/admin/services/" + above,
                "/admin/services/" + below))
            page(address + "/edit", ANNA).andExpect(content().string(containsString("</a> Niente fretta")));
        page("/admin/queues/" + cast.raw().value() + "/edit", ANNA)
                .andExpect(content().string(not(containsString("</a> Niente fretta"))));
    }

    @Test
    void one_that_forbids_nothing_is_none() throws Exception {
        var form = fields("Nuovo");
        for (var field : List.of("work", "to_state", "to_priority", "to_queue")) form.remove(field);
        send("/admin/limits", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scelga almeno una cosa da vietare.")));
    }

    @Test
    void a_limit_is_made_invalid_and_moved_but_not_thrown_away() throws Exception {
        send("/admin/limits", fields("Uno"));
        send("/admin/limits", fields("Due"));
        var first = keeping.all().getFirst();
        var way = new LinkedMultiValueMap<String, String>();
        way.set("way", "down");
        send("/admin/limits/" + first.id() + "/move", way).andExpect(status().isSeeOther());
        assertThat(keeping.all()).extracting(kept -> kept.limit().name()).containsExactly("Due", "Uno");

        var form = fields("Uno");
        form.remove("valid");
        send("/admin/limits/" + first.id(), form).andExpect(status().isSeeOther());
        send("/admin/limits/" + first.id(), form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno ha cambiato questo vincolo.")));
        page("/admin/limits", ANNA).andExpect(content().string(containsString("non più valido")));
        page("/admin/limits/0/edit", ANNA).andExpect(status().isNotFound());
        page("/admin/limits", LAURA).andExpect(status().isNotFound());
    }

    @Test
    void what_is_out_of_use_stays_ticked_in_the_form() throws Exception {
        send("/admin/limits", fields("Uno"));
        db.sql("update queue set valid = false where id = :id")
                .param("id", energy())
                .update();
        page("/admin/limits/" + keeping.all().getFirst().id() + "/edit", ANNA)
                .andExpect(content().string(containsString("name=\"queue\" value=\"" + energy() + "\" checked")));
        page("/admin/limits/new", ANNA)
                .andExpect(content().string(not(containsString("name=\"queue\" value=\"" + energy() + "\""))));
    }

    @Test
    void a_trial_tells_what_is_left_and_which_limit_takes_the_rest() throws Exception {
        forbid();
        db.sql("update agent set administrator = true where login = 'carla.neri'")
                .update();
        var trial = new LinkedMultiValueMap<String, String>();
        trial.set("number", number.value());
        trial.set("agent", "" + cast.id(LAURA).value());
        web.perform(post("/admin/limits/trial").params(trial).with(LoggedIn.as(cast.as(Operator.CARLA), db)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Il vincolo «Prudenza» non permette questa operazione sul ticket."),
                                containsString("Il vincolo «Prudenza» non permette questa priorità."),
                                containsString("<span>Nota</span>"))));
        trial.set("number", "4711");
        send("/admin/limits/trial", trial)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Un ticket «4711» che Lei"), containsString("value=\"4711\""))));
    }

    @Test
    void the_desk_offers_what_is_left_and_says_what_stands_in_the_way() throws Exception {
        db.sql("insert into ticket_type (name, position) values ('Guasto grave', 1), ('Guasto lieve', 2)")
                .update();
        see("", allOf(containsString("/merge/new"), containsString("/forwards/new"), containsString("value=\"HIGH\"")));
        see("/move/new", containsString("Illuminazione::Guasti"));
        see("/closure/new", containsString("value=\"closed_unsuccessful\""));
        forbid();
        see(
                "",
                allOf(
                        not(containsString("/merge/new")),
                        not(containsString("/forwards/new")),
                        containsString("/redirects/new"),
                        not(containsString("value=\"HIGH\"")),
                        containsString("value=\"LOW\"")));
        see("/move/new", not(containsString("Illuminazione::Guasti")));
        see(
                "/closure/new",
                allOf(containsString("\"closed_successful\""), not(containsString("\"closed_unsuccessful\""))));
        see("/pending/new", not(containsString("\"pending_close_unsuccessful\"")));
        see("/answers/new?article=1", not(containsString("\"closed_unsuccessful\"")));
        see("/classes/edit", allOf(containsString("Guasto lieve"), not(containsString("Guasto grave"))));

        send("/closure", Map.of("end", "closed_unsuccessful", "subject", "Chiusura", "text", "Manca <il> pezzo"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Il vincolo «Prudenza» non permette di mettere il ticket in questo"),
                                containsString("Manca &lt;il&gt; pezzo"))));
        send("/priority", Map.of("priority", "HIGH"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Il vincolo «Prudenza» non permette questa priorità.")));
        send("/move", Map.of("queue", "" + cast.id(Place.GUASTI).value())).andExpect(status().isUnprocessableContent());
        send("/merge", Map.of("into", "4711")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void on_many_tickets_what_a_limit_takes_from_all_of_them_is_not_offered() throws Exception {
        forbid();
        var alone = "&ticket=" + number.value();
        var paolo = cast.as(PAOLO);
        var street = ((Outcome.Done<TicketNumber>) opening.byPortal(
                        paolo,
                        paolo.customer(),
                        new Title("Lampione spento"),
                        new Message("Il lampione di via Roma è spento."),
                        Uploads.NONE))
                .value();
        db.sql(
                        "update ticket set queue_id = (select id from queue where name = 'Illuminazione') where number = :number")
                .param("number", street.value())
                .update();
        var both = alone + "&ticket=" + street.value();
        many("move", alone, not(containsString("Illuminazione::Guasti")));
        many("move", both, containsString("Illuminazione::Guasti"));
        many("priority", alone, not(containsString("value=\"HIGH\"")));
        many("close", alone, not(containsString("\"closed_unsuccessful\"")));
        many("close", both, containsString("\"closed_unsuccessful\""));
        many("merge", alone, containsString("Il vincolo «Prudenza» non permette questa operazione"));
        many("merge", both, not(containsString("Il vincolo")));
    }

    @Test
    void what_a_limit_speaks_of_says_so_on_its_own_page() throws Exception {
        send("/admin/limits", fields("Niente fretta")).andExpect(status().isSeeOther());
        var guasti = cast.id(Place.GUASTI).value();
        for (var address : List.of("queues/" + energy(), "queues/" + guasti, "roles/" + role()))
            page("/admin/" + address + "/edit", ANNA).andExpect(content().string(containsString("Niente fretta")));
        page("/admin/queues/" + cast.id(Place.AMMINISTRAZIONE).value() + "/edit", ANNA)
                .andExpect(content().string(not(containsString("Niente fretta"))));
    }

    private void many(String action, String tickets, Matcher<String> what) throws Exception {
        page("/agent/bulks/new?action=" + action + tickets, LAURA)
                .andExpect(status().isOk())
                .andExpect(content().string(what));
    }

    private void forbid() {
        db.sql("""
                insert into ticket_limit (name, position, queue_ids, works, to_states, to_priorities, to_queue_ids, to_type_ids)
                select 'Prudenza', 1, :energy, '{MERGE,FORWARD}', '{closed_unsuccessful}', '{4,5}', :faults,
                       array(select id from ticket_type where name = 'Guasto grave')
                """)
                .param("energy", new Long[] {energy()})
                .param("faults", new Long[] {cast.id(Place.GUASTI).value()})
                .update();
    }

    private long energy() {
        return db.sql("select id from queue where name = 'Energia'")
                .query(Long.class)
                .single();
    }

    private long role() {
        return db.sql("select id from role where name = 'Supervisori'")
                .query(Long.class)
                .single();
    }

    private MultiValueMap<String, String> fields(String name) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.set("name", name);
        fields.set("queue", "" + energy());
        fields.addAll("state", List.of("open", "new"));
        fields.set("priority", "3");
        fields.set("customers", "roccalba");
        fields.set("role", "" + role());
        fields.addAll("work", List.of("merge", "forward"));
        fields.set("only_states", "yes");
        fields.addAll("to_state", List.of("closed_successful", "pending_reminder"));
        fields.addAll("to_priority", List.of("4", "5"));
        fields.set("to_queue", "" + cast.id(Place.GUASTI).value());
        fields.set("valid", "true");
        return fields;
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return web.perform(post(address).params(fields).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    private ResultActions send(String part, Map<String, String> fields) throws Exception {
        var form = post("/tickets/" + number + part).param("version", "0");
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private ResultActions page(String address, Operator who) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private void see(String part, Matcher<String> what) throws Exception {
        page("/tickets/" + number + part, LAURA).andExpect(content().string(what));
    }
}
