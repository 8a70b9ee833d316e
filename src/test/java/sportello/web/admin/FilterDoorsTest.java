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
import sportello.Edge;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.field.Label;
import sportello.identity.LoggedIn;
import sportello.postmaster.KeepingFilters;
import sportello.postmaster.KeptFilter;
import sportello.postmaster.MailFilter;
import sportello.postmaster.MailFilter.Condition;
import sportello.postmaster.MailFilter.Part;
import sportello.postmaster.MailFilter.Setting;
import sportello.ticket.KeepingLabels;
import sportello.ticket.LabelList;
import sportello.ticket.LabelSettings;

/** Where administrators keep the filters that mails go through. */
@SportelloTest
@Transactional
class FilterDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingFilters keeping;

    @Autowired
    private KeepingLabels labels;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from mail_filter").update();
    }

    @Test
    void a_kept_filter_is_what_was_typed_and_acts_on_mails() throws Exception {
        send("/admin/filters", fields("Lampioni")).andExpect(status().isSeeOther());

        assertThat(keeping.all())
                .extracting(KeptFilter::filter)
                .containsExactly(new MailFilter(
                        "Lampioni",
                        true,
                        true,
                        List.of(
                                new Condition(Part.HEADER, "Subject", "guasto (\\w+), via", false),
                                new Condition(Part.BODY, "", "prova", true)),
                        List.of(
                                new Setting("lock", "yes"),
                                new Setting("pending", "8"),
                                new Setting("priority", "4"),
                                new Setting("title", "Guasto $1"))));
        tried("Subject: GUASTO lampione, via Roma\n\nÈ spento.")
                .andExpect(content().string(containsString("Guasto lampione")));
        tried("Subject: Guasto lampione, via Roma\n\nÈ solo una prova.")
                .andExpect(content().string(containsString("Guasto lampione, via Roma")));
    }

    @Test
    void a_filter_fills_in_fields_of_the_house_within_their_limits() throws Exception {
        db.sql("""
                insert into field (subject, name, kind, label_it, label_en, longest, position)
                values ('ticket', 'Pod', 'line', 'Punto di fornitura', 'Supply point', 8, 900),
                       ('ticket', 'Urgente', 'yes_no', 'Urgente?', 'Urgent?', null, 901)
                """).update();
        var form = fields("Lampioni");
        form.add("field-Pod", "IT-$1");
        form.add("field-Urgente", "sì");
        form.add("leads-by", "Pod");
        send("/admin/filters", form).andExpect(status().isSeeOther());
        assertThat(keeping.all().getFirst().filter().settings())
                .contains(
                        new Setting("field-Pod", "IT-$1"),
                        new Setting("field-Urgente", "sì"),
                        new Setting("leads-by", "Pod"));
        web.perform(get("/admin/filters").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Punto di fornitura</span> IT-$1"),
                                containsString("Numero di un altro ente</span> Punto di fornitura"))));
        tried("Subject: Guasto A77, via Roma\n\nÈ spento.")
                .andExpect(content()
                        .string(allOf(
                                containsString("<dt>Punto di fornitura</dt><dd class=\"value\">IT-A77</dd>"),
                                containsString("<dt>Urgente?</dt><dd class=\"value\">sì</dd>"))));
        tried("Subject: Guasto lampione, via Roma\n\nÈ spento.")
                .andExpect(content()
                        .string(allOf(
                                containsString("Non si capisce che cosa si vuole con «Pod: IT-lampione»"),
                                not(containsString("<dt>Punto di fornitura")))));

        form.set("field-Pod", "fisso");
        send(address("Lampioni"), form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("deve scriverlo nel campo «Pod»")));
        form.set("leads-by", "");
        form.set("field-Pod", "troppo lungo");
        send(address("Lampioni"), form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Il campo «Pod» non può dire «troppo lungo»"),
                                containsString("value=\"troppo lungo\""),
                                containsString("class=\"problem\""))));
        form.set("field-Pod", "");
        form.set("field-Nessuno", "$1");
        send(address("Lampioni"), form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Un filtro non può volere «field-Nessuno»"),
                                containsString("name=\"field-Nessuno\""))));
    }

    @Test
    void a_priority_that_is_out_of_use_can_no_longer_be_wished() throws Exception {
        var ours = new Label("", "");
        labels.correct(LabelList.PRIORITIES, 4, 0, new LabelSettings(ours, ours, null, false), Authority.HOUSE);
        send("/admin/filters", fields("Lampioni"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«4» non c’è, o non può essere scelto.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name     | ' '          | Scriva il nome del filtro.
            name     | spam         | Un filtro «spam» c’è già.
            header   | ''           | Scriva in quale intestazione si cerca
            header   | Oggetto mail | «Oggetto mail» non è il nome di un’intestazione.
            pattern  | ''           | Scriva che cosa si cerca
            pattern  | guasto(      | «guasto(» non è un’espressione regolare: missing closing ).
            queue    | Acquedotto   | «Acquedotto» non c’è, o non può essere scelto.
            owner    | nessuno      | «nessuno» non c’è, o non può essere scelto.
            type     | Nessuno      | «Nessuno» non c’è, o non può essere scelto.
            pending  | domani       | «domani» non c’è, o non può essere scelto.
            state    | closed successful | Nessun ticket comincia in «closed successful»
            state    | pending auto close+ | Nessun ticket comincia in «pending auto close+»
            title    | Guasto $2    | $2 non c’è: le condizioni hanno una parentesi.
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send("/admin/filters", fields("Spam")).andExpect(status().isSeeOther());
        var form = fields("Nuovo");
        if (field.equals("header") || field.equals("pattern")) form.get(field).set(0, typed);
        else form.set(field, typed);
        send("/admin/filters", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(said)))
                .andExpect(content().string(containsString("value=\"prova\"")));
        assertThat(keeping.all()).hasSize(1);
    }

    @Test
    void a_filter_has_a_condition_and_a_wish() throws Exception {
        var idle = fields("Nuovo");
        List.of("priority", "title", "pending", "lock").forEach(wish -> idle.set(wish, ""));
        send("/admin/filters", idle)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("questo filtro non vuole nulla")));
        var boundless = fields("Nuovo");
        List.of("part", "header", "sense", "pattern").forEach(boundless::remove);
        send("/admin/filters", boundless)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Scriva almeno una condizione")));
    }

    @Test
    void a_filter_has_so_many_conditions_at_most() throws Exception {
        Edge.of("postmaster/FilterCheck.MOST").isTheLast(many -> {
            var form = fields("Filtro " + many);
            for (var further = 2; further < many; further++) {
                form.add("part", "body");
                form.add("header", "");
                form.add("sense", "lacks");
                form.add("pattern", "prova");
            }
            return send("/admin/filters", form).andReturn().getResponse().getStatus() == 303;
        });
    }

    @Test
    void filters_are_asked_in_the_order_in_which_they_are_put() throws Exception {
        send("/admin/filters", fields("Uno"));
        send("/admin/filters", fields("Due"));
        send(address("Due") + "/move", one("way", "up")).andExpect(status().isSeeOther());
        assertThat(names()).containsExactly("Due", "Uno");
        send(address("Due") + "/move", one("way", "up")).andExpect(status().isSeeOther());
        assertThat(names()).containsExactly("Due", "Uno");
        send("/admin/filters/0/move", one("way", "up")).andExpect(status().isNotFound());
    }

    @Test
    void a_filter_that_is_not_valid_any_more_is_not_asked() throws Exception {
        send("/admin/filters", fields("Lampioni"));
        var form = fields("Lampioni");
        form.remove("valid");
        send(address("Lampioni"), form).andExpect(status().isSeeOther());

        tried("Subject: Guasto lampione, via Roma\n\nÈ spento.")
                .andExpect(content().string(containsString("Guasto lampione, via Roma")));
        web.perform(get("/admin/filters").with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content().string(allOf(containsString("non più valido"), containsString("<code>prova"))));
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() throws Exception {
        send("/admin/filters", fields("Lampioni"));
        var address = address("Lampioni");
        send(address, fields("Luci")).andExpect(status().isSeeOther());
        send(address, fields("Guasti"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nel frattempo qualcuno"), containsString("value=\"Guasti\""))));
        assertThat(names()).containsExactly("Luci");
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var filter = new MailFilter("Spam", false, false, List.of(), List.of());
        assertThat(keeping.add(filter, true, cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(1, 0, filter, true, cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.move(1, true, cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
    }

    /** With a comma, which must not part what was typed, and two empty lines, as the page sends them. */
    private static MultiValueMap<String, String> fields(String name) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "0");
        form.add("name", name);
        form.addAll("part", List.of("header", "body", "header", "header"));
        form.addAll("header", List.of("Subject", "", "", ""));
        form.addAll("sense", List.of("finds", "lacks", "finds", "finds"));
        form.addAll("pattern", List.of("guasto (\\w+), via", "prova", "", ""));
        form.add("priority", "4");
        form.add("title", "Guasto $1");
        form.add("pending", "8");
        form.add("lock", "yes");
        form.add("followUps", "true");
        form.add("stop", "true");
        form.add("valid", "true");
        return form;
    }

    private static MultiValueMap<String, String> one(String field, String value) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(field, value);
        return form;
    }

    private List<String> names() {
        return keeping.all().stream().map(kept -> kept.filter().name()).toList();
    }

    private String address(String name) {
        return keeping.all().stream()
                .filter(kept -> kept.filter().name().equals(name))
                .map(kept -> "/admin/filters/" + kept.id())
                .findFirst()
                .orElseThrow();
    }

    private ResultActions tried(String mail) throws Exception {
        return send("/admin/mail/trial", one("source", "From: ada@altrove.example\nTo: desk@valle.example\n" + mail))
                .andExpect(status().isOk());
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return web.perform(post(address).params(fields).with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
