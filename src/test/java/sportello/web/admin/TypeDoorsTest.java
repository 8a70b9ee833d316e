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
import sportello.ticket.Choice;
import sportello.ticket.ChoiceList;
import sportello.ticket.ChoiceSettings;
import sportello.ticket.Choices;
import sportello.ticket.KeepingChoices;

/** The administrators' door to the types of tickets (F41). */
@SportelloTest
@Transactional
class TypeDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Choices choices;

    @Autowired
    private KeepingChoices keeping;

    private Cast cast;

    @BeforeEach
    void on_stage_without_any_types() {
        cast = Cast.onStage(db);
        db.sql("update ticket set type_id = null").update();
        db.sql("delete from ticket_type").update();
    }

    @Test
    void an_empty_list_says_so_and_a_new_type_comes_last() throws Exception {
        see("/admin/types", LAURA).andExpect(status().isNotFound());
        see("/admin/types", ANNA).andExpect(content().string(containsString("Non c’è ancora nessun tipo.")));
        send("/admin/types", Map.of("name", "Guasto")).andExpect(status().isSeeOther());
        send("/admin/types", Map.of("name", " Richiesta\tdi informazioni ")).andExpect(status().isSeeOther());

        assertThat(choice()).containsExactly("Guasto", "Richiesta di informazioni");
        see("/admin/types", ANNA).andExpect(content().string(containsString("mai usato")));
    }

    @Test
    void a_name_that_says_nothing_or_is_known_comes_back_as_it_was_typed() throws Exception {
        send("/admin/types", Map.of("name", "Guasto"));
        send("/admin/types", Map.of("name", " ")).andExpect(status().isUnprocessableContent());
        send("/admin/types", Map.of("name", "GUASTO"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Un tipo «GUASTO» c’è già."), containsString("value=\"GUASTO\""))));
    }

    @Test
    void the_last_one_too_can_be_made_invalid_and_what_somebody_else_corrected_is_told() throws Exception {
        send("/admin/types", Map.of("name", "Guasto"));
        var type = address("Guasto");
        send(type, Map.of("version", "0", "name", "Guasti")).andExpect(status().isSeeOther());
        assertThat(choice()).isEmpty();
        send(type, Map.of("version", "0", "name", "Rotto", "valid", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
    }

    @Test
    void a_type_moves_up_and_down() throws Exception {
        for (var name : List.of("A", "B", "C")) send("/admin/types", Map.of("name", name));
        send(address("B") + "/move", Map.of("way", "up")).andExpect(status().isSeeOther());
        assertThat(choice()).containsExactly("B", "A", "C");
    }

    @Test
    void the_use_case_asks_too_who_may() {
        assertThat(keeping.add(
                        ChoiceList.TYPES,
                        ChoiceSettings.named("Guasto"),
                        cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private List<String> choice() {
        return choices.offered().types().stream().map(Choice::name).toList();
    }

    private String address(String name) {
        return "/admin/types/"
                + db.sql("select id from ticket_type where name = :name")
                        .param("name", name)
                        .query(Long.class)
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
