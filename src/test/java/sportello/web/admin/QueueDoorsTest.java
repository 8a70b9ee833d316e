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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.mail.Recipient;
import sportello.queue.KeepingQueues;
import sportello.queue.MailPolicy;
import sportello.queue.MailPolicy.OnClosed;
import sportello.queue.MailPolicy.OnStranger;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.relay.AccountProposal;
import sportello.relay.KeepingRelay;
import sportello.relay.KeptRelay;
import sportello.settings.Encryption;

/** Where administrators keep the queues: their tree, their people, their addresses and what becomes of their mail. */
@SportelloTest
@Transactional
class QueueDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Queues queues;

    @Autowired
    private KeepingQueues keeping;

    @Autowired
    private KeepingRelay relays;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_new_queue_has_its_place_its_people_and_its_addresses() throws Exception {
        send(
                        "/admin/queues",
                        with(Map.of(
                                "name",
                                " Reti\tidriche ",
                                "parent",
                                id("Energia"),
                                "owner",
                                "" + cast.id(LAURA).value(),
                                "addresses",
                                "Acqua@valle.example\nreti@valle.example, acqua@valle.example",
                                "senderName",
                                "Valle Servizi\tAcqua",
                                "onClosed",
                                "NEW_TICKET",
                                "onStranger",
                                "NEW_TICKET")))
                .andExpect(status().isSeeOther());

        var queue = queues.byName("energia::reti idriche").orElseThrow();
        assertThat(queue.defaultOwner()).isEqualTo(cast.id(LAURA));
        assertThat(queues.mailPolicy(queue.id())).isEqualTo(new MailPolicy(OnClosed.NEW_TICKET, OnStranger.NEW_TICKET));
        assertThat(queues.byAddress(List.of("somebody@else.example", "RETI@valle.example")))
                .contains(queue);
        assertThat(queues.sender(queue.id())).contains(new Recipient("Valle Servizi Acqua", "acqua@valle.example"));
        assertThat(queues.addresses().all()).contains("acqua@valle.example", "reti@valle.example");
        see("/admin/queues", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("aria-label=\"Energia::Reti idriche\">Reti idriche</a>"),
                                containsString("<span>acqua@valle.example</span>"))));
    }

    @Test
    void a_lock_is_released_by_the_house_only_where_the_queue_says_when() throws Exception {
        send("/admin/queues", with(Map.of("name", "Reti idriche"))).andExpect(status().isSeeOther());
        var queue = queues.byName("reti idriche").orElseThrow().id();
        see("/admin/queues/" + queue.value() + "/edit", ANNA)
                .andExpect(content().string(containsString("name=\"idleMinutes\" value=\"0\"")));
        var kept = keeping.find(queue).orElseThrow();
        send(
                        "/admin/queues/" + queue.value(),
                        with(Map.of("name", "Reti idriche", "version", "" + kept.version(), "idleMinutes", "90")))
                .andExpect(status().isSeeOther());
        assertThat(keeping.find(queue).orElseThrow().idleMinutes()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name      | ' '                  | Scriva il nome della coda.
            name      | Energia::Gas         | Il nome non può contenere «::»
            name      | amministrazione      | Una coda «amministrazione» c’è già.
            idleMinutes | 50000              | Scriva i minuti da 0 (mai) a 43.200.
            idleMinutes | -1                 | Scriva i minuti da 0 (mai) a 43.200.
            group     | 0                    | Scelga il gruppo.
            parent    | 0                    | La coda scelta alla voce «Sotto» non c’è.
            addresses | acqua chiocciola     | «acqua» non è un indirizzo di posta.
            addresses | energia@valle.example | L’indirizzo energia@valle.example porta già a un’altra coda.
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        reach("Energia", "energia@valle.example");
        var fields = with(Map.of("name", "Reti idriche", "addresses", "acqua@valle.example"));
        fields.put(field, typed);
        send("/admin/queues", fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(containsString(field.equals("addresses") ? typed : "acqua@valle.example")));
        assertThat(queues.byName("Reti idriche")).isEmpty();
    }

    @Test
    void a_name_that_is_too_long_says_by_how_much() throws Exception {
        send("/admin/queues", with(Map.of("name", "x".repeat(101))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 100 caratteri; questo ne ha 101")));
    }

    @Test
    void nobody_is_in_charge_who_may_not_work_there() throws Exception {
        var supplier = "" + cast.id(Operator.PIERO).value();
        send("/admin/queues", with(Map.of("name", "Reti idriche", "responsible", supplier)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Piero Gatti non ha il permesso «rw» in questo gruppo")));
    }

    @Test
    void what_lies_below_follows_a_queue_to_its_new_name_and_place() throws Exception {
        var below = queues.byName("Energia::Impianti termici").orElseThrow();
        send(address("Energia"), with(Map.of("name", "Calore", "parent", id("Amministrazione"))))
                .andExpect(status().isSeeOther());

        assertThat(queues.get(below.id()).name()).isEqualTo("Amministrazione::Calore::Impianti termici");
    }

    @Test
    void a_queue_writes_from_its_first_address_or_that_of_the_queue_above() throws Exception {
        assertThat(queues.sender(cast.id(Place.IMPIANTI))).isEmpty();
        reach("Energia", "energia@valle.example");
        assertThat(queues.sender(cast.id(Place.IMPIANTI))).contains(new Recipient("", "energia@valle.example"));
        assertThat(queues.senders())
                .containsEntry(cast.id(Place.IMPIANTI), new Recipient("", "energia@valle.example"))
                .doesNotContainKey(cast.id(Place.GUASTI));
        reach("Energia::Impianti termici", "caldaie@valle.example");
        assertThat(queues.sender(cast.id(Place.IMPIANTI))).contains(new Recipient("", "caldaie@valle.example"));
        assertThat(queues.senders()).containsEntry(cast.id(Place.IMPIANTI), new Recipient("", "caldaie@valle.example"));
    }

    @Test
    void a_queue_says_by_which_account_its_mail_leaves() throws Exception {
        reach("Energia", "energia@valle.example");
        account("Posta", List.of(), true);
        see(address("Energia") + "/edit", ANNA)
                .andExpect(content()
                        .string(containsString(
                                "La coda scrive da energia@valle.example: la sua posta parte con l’account «Posta».")));
        account("Posta dell’energia", List.of("energia@valle.example"), false);
        see(address("Energia::Impianti termici") + "/edit", ANNA)
                .andExpect(content().string(containsString("con l’account «Posta dell’energia».")));
        db.sql("delete from relay").update();
        see(address("Energia") + "/edit", ANNA)
                .andExpect(content().string(containsString("nessun account spedisce la sua posta")));
    }

    private void account(String name, List<String> senders, boolean standard) {
        var relay = new KeptRelay("smtp.valle.example", 587, Encryption.STARTTLS, "", "");
        assertThat(relays.add(new AccountProposal(name, relay, senders, standard, true), null, Authority.HOUSE))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void no_queue_lies_below_itself() throws Exception {
        send(address("Energia"), with(Map.of("name", "Energia", "parent", id("Energia::Impianti termici"))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Una coda non può stare sotto sé stessa")));
    }

    @Test
    void an_invalid_queue_takes_no_mail_and_is_offered_to_nobody() throws Exception {
        reach("Amministrazione", "fatture@valle.example");
        assertThat(queues.byAddress(List.of("fatture@valle.example"))).isPresent();
        var fields = with(Map.of("name", "Amministrazione", "addresses", "fatture@valle.example"));
        fields.remove("valid");
        send(address("Amministrazione"), fields).andExpect(status().isSeeOther());

        assertThat(queues.byAddress(List.of("fatture@valle.example"))).isEmpty();
        assertThat(queues.valid()).extracting(Queue::name).doesNotContain("Amministrazione");
        see("/admin/queues", ANNA).andExpect(content().string(containsString("non più valida")));
    }

    @Test
    void the_sorting_queue_and_what_has_queues_below_stay_valid() throws Exception {
        var raw = with(Map.of("name", queues.raw().name()));
        raw.remove("valid");
        send("/admin/queues/" + queues.raw().id().value(), raw)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("La coda di smistamento deve restare valida")));
        var energy = with(Map.of("name", "Energia"));
        energy.remove("valid");
        send(address("Energia"), energy)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Sotto questa coda ce ne sono di valide")));
    }

    @Test
    void the_sorting_queue_does_not_go_into_a_reserved_group() throws Exception {
        var group = db.sql("insert into permission_group (name, reserved) values ('Personale', true) returning id")
                .query(String.class)
                .single();
        var raw = with(Map.of("name", queues.raw().name(), "group", group));
        send("/admin/queues/" + queues.raw().id().value(), raw)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non può stare in un gruppo riservato")));
        assertThat(queues.raw().reserved()).isFalse();
        send(address("Amministrazione"), with(Map.of("name", "Amministrazione", "group", group)))
                .andExpect(status().isSeeOther());
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() throws Exception {
        send(address("Amministrazione"), with(Map.of("name", "Contabilità"))).andExpect(status().isSeeOther());
        send(address("Contabilità"), with(Map.of("name", "Fatture")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nel frattempo qualcuno"), containsString("value=\"Fatture\""))));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var queue = keeping.find(cast.id(Place.IMPIANTI)).orElseThrow();
        assertThat(keeping.add(queue.settings(), cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(
                        queue.queue().id(), 0, queue.settings(), cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static Map<String, String> with(Map<String, String> fields) {
        var form = new HashMap<>(Map.of("version", "0", "valid", "true"));
        form.putAll(fields);
        return form;
    }

    private void reach(String queue, String address) {
        db.sql("insert into queue_address (queue_id, position, address) values (:id, 1, :address)")
                .param("id", Long.valueOf(id(queue)))
                .param("address", address)
                .update();
    }

    private String id(String queue) {
        return "" + queues.byName(queue).orElseThrow().id().value();
    }

    private String address(String queue) {
        return "/admin/queues/" + id(queue);
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        var form = post(address).param("group", fields.getOrDefault("group", group()));
        fields.forEach((field, value) -> {
            if (!field.equals("group")) form.param(field, value);
        });
        return web.perform(form.with(LoggedIn.as(cast.as(ANNA), db)));
    }

    /** That of the house's energy, in which Laura works. */
    private String group() {
        return "" + queues.get(cast.id(Place.IMPIANTI)).group().value();
    }
}
