package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.privacy.KeepingRetention;
import sportello.ticket.Opening;

/** Where administrators say how long the words of closed tickets are kept. */
@SportelloTest
@Transactional
class RetentionDoorsTest {
    private static final String PAGE = "/admin/retention";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private KeepingRetention keeping;

    private Cast cast;

    @BeforeEach
    void the_cast_enters() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_kept_rule_says_what_would_go_tonight_and_nothing_has_gone() throws Exception {
        var number = LibraryStory.askedBy(cast.as(GIULIA), opening).value();
        var queue = db.sql("""
                update ticket
                   set state_id = 7, state_type = 'closed', closed_at = now() - interval '51 years'
                 where number = :number
                returning queue_id
                """).param("number", number).query(Long.class).single();

        send(PAGE, ANNA, Map.of("queue", "" + queue, "months", "600", "valid", "true"))
                .andExpect(redirectedUrl(PAGE));

        see(PAGE, ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("600 mesi dalla chiusura"),
                                containsString("ticket che se ne andrebbero stanotte"),
                                containsString("href=\"/tickets/" + number + "\""))));
        assertThat(db.sql("select title from ticket where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo(LibraryStory.TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "601", "-1", "molti", ""})
    void a_period_that_is_none_is_refused_and_stays_typed(String months) throws Exception {
        send(PAGE, ANNA, Map.of("months", months))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Scriva i mesi come numero intero da 1 a 600."),
                                containsString("value=\"" + months + "\""))));
        assertThat(keeping.all()).isEmpty();
    }

    @Test
    void a_queue_has_one_rule_which_is_corrected_once_by_each_who_saw_it() throws Exception {
        var queue = "" + cast.id(Place.GUASTI).value();
        send(PAGE, ANNA, Map.of("queue", queue, "months", "12", "valid", "true"));
        send(PAGE, ANNA, Map.of("queue", queue, "months", "24"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Per questa coda una regola c’è già")));
        var rule = PAGE + "/" + keeping.all().getFirst().id();
        see(rule + "/edit", ANNA).andExpect(content().string(containsString("name=\"months\" value=\"12\"")));

        send(rule, ANNA, Map.of("version", "0", "months", "36")).andExpect(redirectedUrl(PAGE));
        send(rule, ANNA, Map.of("version", "0", "months", "48"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nel frattempo qualcuno ha cambiato questa regola."),
                                containsString("value=\"48\""))));
        see(PAGE, ANNA).andExpect(content().string(allOf(containsString("36 mesi"), containsString("non più valida"))));
        see("/admin/book?topic=retention", ANNA)
                .andExpect(content().string(allOf(containsString("Conservazione"), containsString("Mesi"))));
    }

    @Test
    void nobody_else_keeps_rules() throws Exception {
        see(PAGE, LAURA).andExpect(status().isNotFound());
        send(PAGE, LAURA, Map.of("months", "12")).andExpect(status().isNotFound());
        assertThat(keeping.add(null, 12, true, cast.as(LAURA).authority())).isInstanceOf(Outcome.Refused.class);
    }

    private ResultActions see(String page, Operator who) throws Exception {
        return web.perform(get(page).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String door, Operator who, Map<String, String> fields) throws Exception {
        var form = post(door);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
