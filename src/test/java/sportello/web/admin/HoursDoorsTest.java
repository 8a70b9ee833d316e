package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.configuration.FirstStep;
import sportello.configuration.FirstSteps;
import sportello.identity.LoggedIn;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.worktime.KeepingHours;
import sportello.worktime.KeptHours;
import sportello.worktime.TypedHours;

/** Where administrators write when the house works. */
@SportelloTest
@Transactional
class HoursDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingHours keeping;

    @Autowired
    private Queues queues;

    @Autowired
    private FirstSteps steps;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("update queue set hours_id = null").update();
        db.sql("delete from working_span").update();
        db.sql("delete from day_off").update();
        db.sql("delete from working_hours").update();
    }

    @Test
    void what_is_typed_is_kept_and_stands_in_the_list_and_in_the_book() throws Exception {
        send("/admin/hours", fields("Ufficio")).andExpect(status().isSeeOther());

        as(get("/admin/hours"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ufficio"),
                                containsString("Martedì 08:00–12:30, 13:30–17:30"),
                                not(containsString("Domenica")),
                                containsString("standard"))));
        var address = "/admin/hours/" + kept("Ufficio").id().value();
        as(get(address + "/edit"))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"08:00–12:30, 13:30–17:30\""),
                                containsString("29/06\n24/12/2026"))));
        var form = fields("Ufficio");
        form.set("saturday", "9-12");
        send(address, form).andExpect(status().isSeeOther());
        assertThat(TypedHours.of(kept("Ufficio").details()).saturday()).isEqualTo("09:00–12:00");
        as(get("/admin/book?topic=hours"))
                .andExpect(content().string(allOf(containsString("Sabato"), containsString("09:00–12:00"))));
        send(address, form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name     | ' '                      | Scriva il nome
            name     | STANDARD                 | Un orario «STANDARD» c’è già.
            zone     | Europe/Atlantide         | Il fuso orario «Europe/Atlantide» non c’è.
            tuesday  | 8–12, tardi              | id="amiss-tuesday"
            tuesday  | 8–12, tardi              | «tardi» non è una fascia oraria
            friday   | 8–12, 11–13              | Le fasce «8–12, 11–13» si sovrappongono.
            sunday   | 1-2,3-4,5-6,7-8          | Un giorno può avere al massimo 3 fasce.
            daysOff  | 31/06                    | «31/06» non è un giorno
            valid    | ''                       | L’orario standard deve essere valido
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send("/admin/hours", fields("Standard"));
        var form = fields("Altro");
        form.set(field, typed);
        send("/admin/hours", form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(said), containsString(typed))));
        assertThat(keeping.all()).hasSize(1);
    }

    @Test
    void a_week_without_work_is_none() throws Exception {
        var form = fields("Ufficio");
        for (var day : new String[] {"monday", "tuesday", "friday"}) form.set(day, "");
        send("/admin/hours", form).andExpect(content().string(containsString("almeno un giorno")));
    }

    @Test
    void there_is_one_standard_and_whoever_becomes_it_takes_its_place() throws Exception {
        send("/admin/hours", fields("Ufficio"));
        send("/admin/hours", fields("Turno"));
        assertThat(kept("Ufficio").details().standard()).isFalse();
        assertThat(kept("Turno").details().standard()).isTrue();
    }

    @Test
    void while_a_queue_follows_them_they_stay_valid() throws Exception {
        send("/admin/hours", fields("Ufficio"));
        var hours = kept("Ufficio");
        var queue = queues.byName("Energia").orElseThrow();
        var form = new LinkedMultiValueMap<String, String>();
        form.set("name", "Energia");
        form.set("version", version(queue.id()));
        form.set("group", "" + queue.group().value());
        form.set("hours", "" + hours.id().value());
        form.set("valid", "true");
        send("/admin/queues/" + queue.id().value(), form).andExpect(status().isSeeOther());
        as(get("/admin/queues/" + queue.id().value() + "/edit"))
                .andExpect(
                        content().string(containsString("value=\"" + hours.id().value() + "\" selected>Ufficio")));

        var invalid = fields("Ufficio");
        invalid.remove("valid");
        invalid.remove("standard");
        var address = "/admin/hours/" + hours.id().value();
        send(address, invalid)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Lo seguono ancora queste code: Energia.")));

        form.set("version", version(queue.id()));
        form.set("hours", "");
        send("/admin/queues/" + queue.id().value(), form).andExpect(status().isSeeOther());
        send(address, invalid).andExpect(status().isSeeOther());
        as(get("/admin/hours")).andExpect(content().string(containsString("non più valido")));
        form.set("version", version(queue.id()));
        form.set("hours", "" + hours.id().value());
        send("/admin/queues/" + queue.id().value(), form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non c’è più o non è valido")));
    }

    @Test
    void they_are_a_first_step_that_proposes_the_usual_ones() throws Exception {
        steps.begin();
        as(get("/admin/hours/new?guided=true"))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Orario d’ufficio\""),
                                containsString("value=\"08:00–12:30, 13:30–17:30\""),
                                containsString("name=\"italianHolidays\" value=\"true\" checked"))));
        assertThat(steps.open()).contains(FirstStep.HOURS);
        var form = fields("Orario d’ufficio");
        form.set("guided", "true");
        send("/admin/hours", form).andExpect(header().string("Location", "/admin/start?after=hours"));
        assertThat(steps.open()).doesNotContain(FirstStep.HOURS);
    }

    @Test
    void the_use_case_asks_too_who_may() throws Exception {
        send("/admin/hours", fields("Ufficio"));
        var hours = kept("Ufficio");
        var typed = TypedHours.of(hours.details());
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(typed, by)).isEqualTo(Outcome.refused("hours.administer"));
        assertThat(keeping.correct(hours.id(), hours.version(), typed, by))
                .isEqualTo(Outcome.refused("hours.administer"));
    }

    private KeptHours kept(String name) {
        return keeping.all().stream()
                .filter(kept -> kept.details().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String version(QueueId queue) {
        return db.sql("select version::text from queue where id = :id")
                .param("id", queue.value())
                .query(String.class)
                .single();
    }

    private static MultiValueMap<String, String> fields(String name) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("version", "0");
        form.add("name", name);
        form.add("zone", "Europe/Rome");
        form.add("monday", "8–12:30, 13:30–17:30");
        form.add("tuesday", "8:00–12:30, 13:30–17:30");
        form.add("friday", "8-12");
        form.add("italianHolidays", "true");
        form.add("daysOff", "24/12/2026\r\n29/6");
        form.add("standard", "true");
        form.add("valid", "true");
        return form;
    }

    private ResultActions send(String address, MultiValueMap<String, String> fields) throws Exception {
        return as(post(address).params(fields));
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
