package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

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
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.ChoiceList;
import sportello.ticket.ChoiceSettings;
import sportello.ticket.KeepingChoices;
import sportello.ticket.KeptChoice;

/** The administrators' door to the catalogue of services. */
@SportelloTest
@Transactional
class ServiceDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingChoices keeping;

    private Cast cast;

    @BeforeEach
    void on_stage_without_any_services() {
        cast = Cast.onStage(db);
        db.sql("update ticket set service_id = null").update();
        db.sql("delete from service").update();
    }

    @Test
    void an_empty_catalogue_says_so_and_a_service_stands_below_another() throws Exception {
        see("/admin/services", LAURA).andExpect(status().isNotFound());
        see("/admin/services", ANNA).andExpect(content().string(containsString("Non c’è ancora nessun servizio.")));
        add("Rifiuti speciali", "");
        add("Rifiuti", "");
        add(" Raccolta\tporta a porta ", "Rifiuti");
        add("Acquedotto", "");

        assertThat(catalogue())
                .containsExactly("Acquedotto", "Rifiuti", "Rifiuti › Raccolta porta a porta", "Rifiuti speciali");
        see("/admin/services", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("<th class=\"depth-1\" scope=\"row\">"),
                                containsString(">Raccolta porta a porta</a>"),
                                containsString("mai usato"),
                                not(containsString("/move\"")))));
    }

    @Test
    void what_stands_below_follows_its_name_and_its_place() throws Exception {
        add("Acqua", "");
        add("Perdite", "Acqua");
        add("In strada", "Acqua › Perdite");
        add("Guasti", "");
        send(address("Acqua"), Map.of("version", "0", "name", "Acquedotto", "valid", "true"))
                .andExpect(status().isSeeOther());
        assertThat(catalogue())
                .containsExactly("Acquedotto", "Acquedotto › Perdite", "Acquedotto › Perdite › In strada", "Guasti");

        send(
                        address("Acquedotto › Perdite"),
                        Map.of("version", "1", "name", "Perdite", "parent", id("Guasti"), "valid", "true"))
                .andExpect(status().isSeeOther());
        assertThat(catalogue())
                .containsExactly("Acquedotto", "Guasti", "Guasti › Perdite", "Guasti › Perdite › In strada");
    }

    @Test
    void a_service_stands_neither_below_itself_nor_below_its_own() throws Exception {
        add("Acquedotto", "");
        add("Perdite", "Acquedotto");
        var top = address("Acquedotto");
        see(top + "/edit", ANNA).andExpect(content().string(not(containsString(">Acquedotto › Perdite</option>"))));
        refused(
                top,
                Map.of("version", "0", "name", "Acquedotto", "parent", id("Acquedotto › Perdite"), "valid", "true"),
                "non può stare sotto sé stesso");
        refused(
                "/admin/services",
                Map.of("name", "Perdite", "parent", "0", "valid", "true"),
                "non c’è più o non è valido");
    }

    @Test
    void a_name_is_known_where_it_stands_and_has_no_signs_of_the_tree() throws Exception {
        add("Rifiuti", "");
        add("Altro", "Rifiuti");
        add("Altro", "");
        refused(
                "/admin/services",
                Map.of("name", "ALTRO", "parent", id("Rifiuti"), "valid", "true"),
                "Un servizio «Rifiuti › ALTRO» c’è già.");
        refused("/admin/services", Map.of("name", "Rifiuti › Carta", "valid", "true"), "«›»");
        refused("/admin/services", Map.of("name", "Rifiuti::Carta", "valid", "true"), "«::»");
        refused("/admin/services", Map.of("name", " ", "valid", "true"), "Scriva il nome del servizio.");
        refused(
                "/admin/services",
                Map.of("name", "Carta", "note", "x".repeat(501), "valid", "true"),
                "al massimo 500 caratteri; questa ne ha 501");
    }

    @Test
    void what_stands_above_a_valid_one_is_valid() throws Exception {
        add("Acquedotto", "");
        add("Perdite", "Acquedotto");
        refused(address("Acquedotto"), Map.of("version", "0", "name", "Acquedotto"), "ce n’è ancora uno valido");
        var leaf = address("Acquedotto › Perdite");
        send(leaf, Map.of("version", "0", "name", "Perdite", "parent", id("Acquedotto")))
                .andExpect(status().isSeeOther());
        send(address("Acquedotto"), Map.of("version", "0", "name", "Acquedotto"))
                .andExpect(status().isSeeOther());
        see("/admin/services", ANNA).andExpect(content().string(containsString("non più valido")));
        refused(
                "/admin/services",
                Map.of("name", "Scarichi", "parent", id("Acquedotto")),
                "non c’è più o non è valido");
        refused(
                leaf,
                Map.of("version", "1", "name", "Perdite", "parent", id("Acquedotto"), "valid", "true"),
                "non c’è più o non è valido");
    }

    @Test
    void what_somebody_else_corrected_is_told() throws Exception {
        add("Acquedotto", "");
        var service = address("Acquedotto");
        send(service, Map.of("version", "0", "name", "Acqua", "valid", "true")).andExpect(status().isSeeOther());
        refused(service, Map.of("version", "0", "name", "Rete idrica", "valid", "true"), "Nel frattempo qualcuno");
    }

    @Test
    void the_book_tells_of_it_with_its_note() throws Exception {
        add("Acquedotto", "");
        send(
                "/admin/services",
                Map.of("name", "Perdite", "parent", id("Acquedotto"), "note", "Anche di notte", "valid", "true"));
        see("/admin/book?topic=services", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Servizi: Acquedotto › Perdite"), containsString("Anche di notte"))));
    }

    @Test
    void a_service_for_customers_says_so_and_can_be_taken_from_them_again() throws Exception {
        send("/admin/services", Map.of("name", "Acquedotto", "customers", "true"));
        see("/admin/services", ANNA).andExpect(content().string(containsString("anche nel portale")));
        see(address("Acquedotto") + "/edit", ANNA)
                .andExpect(content().string(containsString("name=\"customers\" value=\"true\" checked")));

        send(address("Acquedotto"), Map.of("version", "0", "name", "Acquedotto", "valid", "true"));
        see("/admin/services", ANNA).andExpect(content().string(not(containsString("anche nel portale"))));
        see("/admin/book?topic=services", ANNA).andExpect(content().string(containsString("Per i clienti")));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var laura = cast.as(LAURA).authority();
        assertThat(keeping.add(ChoiceList.SERVICES, ChoiceSettings.named("Acquedotto"), laura))
                .isInstanceOf(Outcome.Refused.class);
    }

    private void add(String name, String above) throws Exception {
        send("/admin/services", Map.of("name", name, "parent", above.isEmpty() ? "" : id(above)))
                .andExpect(status().isSeeOther());
    }

    private void refused(String address, Map<String, String> fields, String why) throws Exception {
        send(address, fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(why)));
    }

    private List<String> catalogue() {
        return keeping.all(ChoiceList.SERVICES).stream().map(KeptChoice::name).toList();
    }

    private String address(String name) {
        return "/admin/services/" + id(name);
    }

    private String id(String name) {
        return db.sql("select id::text from service where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String address, Map<String, String> fields) throws Exception {
        var form = post(address);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
