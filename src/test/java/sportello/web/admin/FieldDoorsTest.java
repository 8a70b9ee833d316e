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

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.field.FieldSettings;
import sportello.field.KeepingFields;
import sportello.field.KeptField;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Option;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;
import sportello.identity.LoggedIn;

/** The administrators' door to the fields. */
@SportelloTest
@Transactional
class FieldDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingFields keeping;

    private Cast cast;

    @BeforeEach
    void on_stage_without_any_fields() {
        cast = Cast.onStage(db);
        Cast.withoutFields(db);
    }

    @Test
    void a_field_is_kept_with_its_limits_and_screens_and_the_book_tells_of_it() throws Exception {
        see("/admin/fields", LAURA).andExpect(status().isNotFound());
        see("/admin/fields", ANNA).andExpect(content().string(containsString("Non c’è ancora nessun campo.")));
        send(
                        "/admin/fields",
                        Map.of(
                                "key",
                                "Importo",
                                "kind",
                                "decimal",
                                "label_it",
                                "Importo",
                                "label_en",
                                "Amount",
                                "least",
                                "0",
                                "most",
                                "1.000,50",
                                "pattern",
                                "x+",
                                "use_opening",
                                "mandatory",
                                "use_portal_ticket",
                                "mandatory"))
                .andExpect(status().isSeeOther());

        var kept = keeping.all().getFirst();
        assertThat(kept.field().limits().most()).isEqualByComparingTo("1000.50");
        assertThat(kept.field().limits().pattern()).isEmpty();
        assertThat(kept.field().uses()).isEqualTo(Map.of(Screen.OPENING, Use.MANDATORY));
        assertThat(kept.valid()).isTrue();
        see("/admin/fields", ANNA)
                .andExpect(content()
                        .string(allOf(containsString("mai compilato"), containsString("Numero con decimali"))));
        see("/admin/book?topic=fields", ANNA)
                .andExpect(content().string(allOf(containsString("Campi: Importo"), containsString("mandatory"))));
    }

    @Test
    void a_corrected_field_keeps_its_key_and_kind() throws Exception {
        add("Pod", "line");
        var id = keeping.all().getFirst().field().id().value();
        send(
                        "/admin/fields/" + id,
                        Map.of(
                                "version",
                                "0",
                                "key",
                                "Altro",
                                "kind",
                                "number",
                                "label_it",
                                "POD",
                                "label_en",
                                "POD",
                                "longest",
                                "14"))
                .andExpect(status().isSeeOther());

        var kept = keeping.all().getFirst();
        assertThat(kept.field().key()).isEqualTo("Pod");
        assertThat(kept.field().kind()).isEqualTo(Kind.LINE);
        assertThat(kept.field().longest()).isEqualTo(14);
        assertThat(kept.valid()).isFalse();
        refused("/admin/fields/" + id, Map.of("version", "0", "label_it", "P", "label_en", "P"), "Nel frattempo");
    }

    @Test
    void options_have_an_order_are_taken_away_come_back_and_are_renamed() throws Exception {
        add("Esito", "choice", "Rete :: Perdite\nRete\nAltro");
        assertThat(options()).containsExactly("Rete › Perdite", "Rete", "Altro");
        var altro = option("Altro");
        correct("Rete\nRete › Perdite => Rete › Fughe\nNessuno");
        assertThat(options()).containsExactly("Rete", "Rete › Fughe", "Nessuno");
        correct("altro\nRete");
        assertThat(options()).containsExactly("altro", "Rete");
        assertThat(option("altro")).isEqualTo(altro);

        var kept = keeping.all().getFirst();
        refused(address(kept), form(kept, "Mai => Sempre"), "«Mai» non si può chiamare così");
        refused(address(kept), form(kept, "altro => NESSUNO"), "«altro» non si può chiamare così");
        refused(address(kept), form(kept, "Rete\nRETE"), "c’è due volte");
        refused(address(kept), form(kept, " \n"), "una per riga");
    }

    @Test
    void what_is_not_in_order_is_said_and_what_was_typed_stays() throws Exception {
        add("Pod", "line");
        refusedField(Map.of("key", "POD"), "Un campo con la chiave «POD» c’è già.");
        refusedField(Map.of("key", "1x"), "La chiave comincia con una lettera");
        refusedField(Map.of("kind", "blob"), "Scelga che cosa contiene il campo.");
        refusedField(Map.of("label_en", " "), "in italiano e in inglese");
        refusedField(Map.of("pattern", "("), "L’espressione non si capisce");
        refusedField(Map.of("longest", "501"), "da 1 a 500");
        refusedField(Map.of("longest", "molto"), "«molto» non è un limite");
        refusedField(Map.of("kind", "number", "least", "3", "most", "2"), "più grande del massimo");
        refusedField(Map.of("kind", "choices"), "una per riga");
        refusedField(Map.of("kind", "agent", "use_portal_opening", "shown"), "questo campo resta nascosto");
    }

    @Test
    void money_is_of_a_currency_that_stays_once_it_is_filled_in() throws Exception {
        var money =
                Map.of("subject", "customer", "key", "Costo", "kind", "money", "label_it", "Costo", "label_en", "Cost");
        refusedField(Map.of("kind", "money", "currency", "XXX"), "«XXX» non è una valuta");
        send("/admin/fields", money).andExpect(status().isSeeOther());
        assertThat(keeping.all().getFirst().field().limits()).isEqualTo(Limits.NONE.in("EUR"));
        var francs = new HashMap<>(money);
        francs.putAll(Map.of("version", "0", "currency", "chf", "valid", "true"));
        send(address(keeping.all().getFirst()), francs).andExpect(status().isSeeOther());
        assertThat(keeping.all().getFirst().field().limits()).isEqualTo(Limits.NONE.in("CHF"));
        db.sql("insert into customer_field (customer_id, field_id, number) select min(c.id), f.id, 12.50"
                        + " from customer c, field f group by f.id")
                .update();
        francs.putAll(Map.of("version", "1", "currency", "EUR"));
        refused(address(keeping.all().getFirst()), francs, "la valuta non si può più cambiare");
    }

    @Test
    void a_tree_is_drawn_in_lines_and_a_branch_is_renamed_with_all_that_hangs_on_it() throws Exception {
        add("Luogo", "tree", "Rete > Linea > Cabina\nRete > Perdite");
        assertThat(options()).containsExactly("Rete", "Rete › Linea", "Rete › Linea › Cabina", "Rete › Perdite");
        var box = option("Rete › Linea › Cabina");
        correct("Rete\nRete > Linea\nRete > Linea > Cabina");
        correct("Rete => Reti\nRete > Linea > Cabina");
        assertThat(options()).containsExactly("Reti", "Reti › Linea", "Reti › Linea › Cabina");
        assertThat(option("Reti › Linea › Cabina")).isEqualTo(box);
        assertThat(db.sql("select name from field_option where not valid")
                        .query(String.class)
                        .list())
                .containsExactly("Reti › Perdite");
        correct("Reti => Acque\nReti > Linea => Acque > Condotta\nReti > Linea > Cabina => Acque > Condotta > Box");
        assertThat(options()).containsExactly("Acque", "Acque › Condotta", "Acque › Condotta › Box");
        assertThat(option("Acque › Condotta › Box")).isEqualTo(box);
        refusedField(Map.of("kind", "tree", "options", "a>b>c>d>e>f"), "al massimo 5 livelli");
    }

    @Test
    void fields_have_an_order() throws Exception {
        add("Uno", "line");
        add("Due", "line");
        var second = keeping.all().getLast();
        send(address(second) + "/move", Map.of("way", "up")).andExpect(status().isSeeOther());
        assertThat(keeping.all()).extracting(kept -> kept.field().key()).containsExactly("Due", "Uno");
    }

    @Test
    void the_form_of_a_new_field_asks_everything_and_a_later_one_only_what_its_kind_knows() throws Exception {
        see("/admin/fields/new", ANNA)
                .andExpect(
                        content().string(allOf(containsString("name=\"options\""), containsString("name=\"most\""))));
        add("Pod", "line");
        see(address(keeping.all().getFirst()) + "/edit", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"pattern\""),
                                not(containsString("name=\"options\"")),
                                not(containsString("name=\"most\"")))));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var label = new Label("POD", "POD");
        var settings = new FieldSettings(
                Subject.TICKET, "Pod", Kind.LINE, label, label, Limits.NONE, TypedOptions.NONE, Map.of(), true);
        assertThat(keeping.add(settings, cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_is_not_asked_of_a_kind_stands_in_nobody_s_way() throws Exception {
        send(
                        "/admin/fields",
                        Map.of(
                                "key",
                                "Data",
                                "kind",
                                "date",
                                "label_it",
                                "Data",
                                "label_en",
                                "Date",
                                "longest",
                                "molto",
                                "least",
                                "poco",
                                "pattern",
                                "["))
                .andExpect(status().isSeeOther());
    }

    private void add(String key, String kind) throws Exception {
        add(key, kind, "");
    }

    private void add(String key, String kind, String options) throws Exception {
        send("/admin/fields", Map.of("key", key, "kind", kind, "label_it", key, "label_en", key, "options", options))
                .andExpect(status().isSeeOther());
    }

    private void correct(String options) throws Exception {
        var kept = keeping.all().getFirst();
        send(address(kept), form(kept, options)).andExpect(status().isSeeOther());
    }

    @Test
    void the_house_has_so_many_fields_at_most() throws Exception {
        var most = Edge.of("field/KeepingFields.MOST");
        db.sql("""
                insert into field (subject, name, kind, label_it, label_en, position)
                select 'ticket', 'Campo' || n, 'line', 'Campo', 'Field', n from generate_series(1, :some) n
                """).param("some", most.limit() - 2).update();
        most.isTheLast(many -> {
            var fields = Map.of("key", "Altro" + many, "kind", "line", "label_it", "Altro", "label_en", "Other");
            return send("/admin/fields", fields).andReturn().getResponse().getStatus() == 303;
        });
    }

    private static Map<String, String> form(KeptField kept, String options) {
        return Map.of(
                "version",
                "" + kept.version(),
                "label_it",
                "Esito",
                "label_en",
                "Result",
                "options",
                options,
                "valid",
                "true");
    }

    private void refusedField(Map<String, String> odd, String why) throws Exception {
        var fields =
                new HashMap<>(Map.of("key", "Altro", "kind", "line", "label_it", "Etichetta", "label_en", "Label"));
        fields.putAll(odd);
        refused("/admin/fields", fields, why);
    }

    private void refused(String address, Map<String, String> fields, String why) throws Exception {
        send(address, fields)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString(why), containsString("value=\"" + fields.get("label_it") + "\""))));
    }

    private java.util.List<String> options() {
        return keeping.all().getFirst().field().options().stream()
                .map(Option::name)
                .toList();
    }

    private long option(String name) {
        return keeping.all().getFirst().field().options().stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String address(KeptField kept) {
        return "/admin/fields/" + kept.field().id().value();
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
