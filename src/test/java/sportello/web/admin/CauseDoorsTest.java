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
import sportello.ticket.Ascertaining;
import sportello.ticket.Choice;
import sportello.ticket.ChoiceList;
import sportello.ticket.ChoiceSettings;
import sportello.ticket.KeepingChoices;

/** The administrators' door, and behind it the causes of closings without success (S71). */
@SportelloTest
@Transactional
class CauseDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ascertaining ascertaining;

    @Autowired
    private KeepingChoices keeping;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void only_administrators_have_the_door_and_its_place_in_the_menu() throws Exception {
        see("/agent", ANNA).andExpect(content().string(containsString("<a href=\"/admin\"")));
        see("/agent", LAURA).andExpect(content().string(not(containsString("<a href=\"/admin\""))));
        see("/admin", LAURA).andExpect(status().isNotFound());
        see("/admin", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("<a href=\"/admin/causes\">Cause delle chiusure senza successo</a>"),
                                containsString("aria-current=\"page\" data-key=\"g a\""))));
    }

    @Test
    void a_new_cause_comes_last_and_can_be_chosen() throws Exception {
        send("/admin/causes", Map.of("name", " Strada\tchiusa ")).andExpect(status().isSeeOther());

        assertThat(choice()).endsWith("Altro", "Strada chiusa");
        see("/admin/causes", ANNA).andExpect(content().string(containsString("mai usata")));
    }

    @Test
    void a_name_that_says_nothing_or_is_known_comes_back_as_it_was_typed() throws Exception {
        send("/admin/causes", Map.of("name", " ")).andExpect(status().isUnprocessableContent());
        send("/admin/causes", Map.of("name", "x".repeat(121)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 120 caratteri; questo ne ha 121")));
        send("/admin/causes", Map.of("name", "impedimento TECNICO"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Una causa «impedimento TECNICO» c’è già."),
                                containsString("value=\"impedimento TECNICO\""))));
    }

    @Test
    void what_is_in_use_is_made_invalid_and_says_how_often_it_is_used() throws Exception {
        used("Altro", 2);
        see("/admin/causes", ANNA).andExpect(content().string(containsString("usata da 2 ticket")));
        send(cause("Altro"), Map.of("version", "0", "name", "Altra causa")).andExpect(status().isSeeOther());

        assertThat(choice()).doesNotContain("Altro", "Altra causa");
        see("/admin/causes", ANNA)
                .andExpect(content().string(allOf(containsString("Altra causa"), containsString("non più valida"))));
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() throws Exception {
        var other = cause("Altro");
        send(other, Map.of("version", "0", "name", "Altra causa", "valid", "true"))
                .andExpect(status().isSeeOther());
        send(other, Map.of("version", "0", "name", "Varie", "valid", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("Nel frattempo qualcuno"), containsString("value=\"Varie\""))));
    }

    @Test
    void one_cause_is_always_left_to_choose() throws Exception {
        db.sql("update failure_cause set valid = name = 'Altro'").update();
        send(cause("Altro"), Map.of("version", "0", "name", "Altro"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("È l’ultima causa valida")));
        assertThat(choice()).containsExactly("Altro");
    }

    @Test
    void a_cause_moves_up_and_down_and_stays_at_the_ends() throws Exception {
        var before = choice();
        send(cause(before.get(1)) + "/move", Map.of("way", "up")).andExpect(status().isSeeOther());
        assertThat(choice()).startsWith(before.get(1), before.get(0), before.get(2));
        send(cause(before.get(1)) + "/move", Map.of("way", "up")).andExpect(status().isSeeOther());
        send(cause(before.get(1)) + "/move", Map.of("way", "down")).andExpect(status().isSeeOther());
        assertThat(choice()).isEqualTo(before);
        send("/admin/causes/0/move", Map.of("way", "up")).andExpect(status().isNotFound());
    }

    @Test
    void the_use_case_asks_too_who_may() {
        assertThat(keeping.add(
                        ChoiceList.CAUSES,
                        ChoiceSettings.named("Strada chiusa"),
                        cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private List<String> choice() {
        return ascertaining.causes().stream().map(Choice::name).toList();
    }

    private String cause(String name) {
        return "/admin/causes/"
                + db.sql("select id from failure_cause where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single();
    }

    private void used(String cause, int times) {
        db.sql("""
                with closed as (
                    insert into ticket (number, title, queue_id, state_id, state_type, priority, created_at, changed_at,
                                        closed_at)
                    select 'CAUSA-' || n, 'Guasto', (select min(id) from queue), 8, 'closed', 3, now(), now(), now()
                      from generate_series(1, :times) n
                    returning id, closed_at)
                insert into ascertainment (ticket_id, closed_at, cause_id, text, agent_id, at)
                select closed.id, closed.closed_at, c.id, 'Strada chiusa', (select min(id) from agent), now()
                  from closed, failure_cause c
                 where c.name = :cause
                """).param("cause", cause).param("times", times).update();
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
