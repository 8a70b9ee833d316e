package sportello.web.agent.customer;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;

/** Erasing a person from the page of the person’s data, and what stands in the way. */
@SportelloTest
@Transactional
class ErasureDoorsTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;
    private String number;
    private String address;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        number = LibraryStory.askedBy(cast.as(GIULIA), opening).value();
        address = "/customers/users/" + cast.id(GIULIA).value();
    }

    @Test
    void an_administrator_sees_what_goes_and_what_stays_and_erases() throws Exception {
        see("/data", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("La persona ha chiesto"),
                                containsString("Che cosa resta, e perché"),
                                containsString("name=\"texts\" value=\"true\" checked"))));

        send("/erasure", ANNA, Map.of("texts", "true")).andExpect(redirectedUrl(address + "/data"));

        see("/data", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Di questa persona non si sa più nulla."),
                                not(containsString("/erasure\"")),
                                not(containsString("Moretti")))));
        web.perform(get("/tickets/" + number).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Persona cancellata " + address.substring(address.lastIndexOf("/") + 1)),
                                not(containsString("Moretti")))));
    }

    @Test
    void what_stands_there_instead_is_in_the_language_of_the_house() throws Exception {
        db.sql("update company set language = 'en'").update();
        send("/erasure", ANNA, Map.of("texts", "true")).andExpect(redirectedUrl(address + "/data"));
        web.perform(get("/tickets/" + number).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content()
                        .string(containsString("Erased person " + address.substring(address.lastIndexOf("/") + 1))));
    }

    @Test
    void a_hold_is_placed_with_a_reason_and_says_why_nobody_is_erased() throws Exception {
        send("/holds", ANNA, Map.of("ticket", "1", "reason", "Contenzioso"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        content().string(allOf(containsString("Il ticket 1 non c’è."), containsString("Contenzioso"))));
        send("/holds", ANNA, Map.of("ticket", number, "reason", " "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("Scriva il motivo"), containsString(number))));

        send("/holds", ANNA, Map.of("ticket", number, "reason", "Contenzioso 12/2026"))
                .andExpect(redirectedUrl(address + "/data"));
        send("/erasure", ANNA, Map.of())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(containsString(
                                "C’è un blocco legale su " + number + ", posto da Anna Riva: «Contenzioso 12/2026».")));
        var hold = db.sql("select max(id) from legal_hold").query(Long.class).single();
        send("/holds/" + hold + "/removal", ANNA, Map.of()).andExpect(redirectedUrl(address + "/data"));
        send("/erasure", ANNA, Map.of()).andExpect(status().isSeeOther());
    }

    @Test
    void nobody_else_finds_these_doors() throws Exception {
        send("/erasure", LAURA, Map.of()).andExpect(status().isNotFound());
        send("/holds", LAURA, Map.of("reason", "Contenzioso")).andExpect(status().isNotFound());
    }

    private ResultActions see(String page, Operator who) throws Exception {
        return web.perform(get(address + page).with(LoggedIn.as(cast.as(who), db)));
    }

    private ResultActions send(String door, Operator who, Map<String, String> fields) throws Exception {
        var form = post(address + door);
        fields.forEach(form::param);
        return web.perform(form.with(LoggedIn.as(cast.as(who), db)));
    }
}
