package sportello.web.login;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The door /account/absence, and where colleagues read of an absence. */
@SportelloTest
@Transactional
class AbsenceControllerTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;
    private RequestPostProcessor laura;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        laura = LoggedIn.as(cast.as(LAURA), db);
    }

    @Test
    void only_people_who_work_here_are_asked_about_absences() throws Exception {
        web.perform(get("/account").with(laura)).andExpect(content().string(containsString("name=\"substitute\"")));
        web.perform(get("/account").with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content().string(not(containsString("name=\"substitute\""))));
    }

    @Test
    void an_absence_is_saved_shown_and_ended() throws Exception {
        plan("2090-08-03", "2090-08-14");
        web.perform(get("/account").with(laura))
                .andExpect(content().string(containsString("Assente dal 03/08/2090 al 14/08/2090")));
        web.perform(post("/account/absence/end").with(laura)).andExpect(redirectedUrl("/account"));
        web.perform(get("/account").with(laura)).andExpect(content().string(not(containsString("03/08/2090"))));
    }

    @Test
    void what_was_typed_comes_back_with_the_reason() throws Exception {
        web.perform(post("/account/absence")
                        .with(laura)
                        .param("first", "2090-08-14")
                        .param("last", "2090-08-03")
                        .param("note", "Al mare"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("viene prima del primo")))
                .andExpect(content().string(containsString("value=\"2090-08-14\"")))
                .andExpect(content().string(containsString("value=\"Al mare\"")));
        web.perform(post("/account/absence").with(laura).param("first", "domani"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("il primo e l’ultimo giorno")));
    }

    @Test
    void whoever_chooses_a_person_reads_of_the_absence_before_and_after() throws Exception {
        plan("2020-01-01", "2090-08-14");
        var number = ticket();
        var mario = LoggedIn.as(cast.as(MARIO), db);
        web.perform(get("/tickets/" + number + "/owner/edit").with(mario))
                .andExpect(content()
                        .string(containsString("Laura Bassi — assente fino al 14/08/2090, sostituto Carla Neri")));
        var answer = web.perform(post("/tickets/" + number + "/owner")
                        .with(mario)
                        .param("version", "0")
                        .param("agent", "" + cast.id(LAURA).value()))
                .andExpect(redirectedUrl("/tickets/" + number))
                .andReturn()
                .getResponse();
        var notice = Objects.requireNonNull(answer.getCookie(LoggedIn.NOTICE));
        web.perform(get("/tickets/" + number).with(request -> {
                    mario.postProcessRequest(request);
                    request.setCookies(request.getCookies()[0], new Cookie(LoggedIn.NOTICE, notice.getValue()));
                    return request;
                }))
                .andExpect(content().string(containsString("che è assente fino al 14/08/2090")));
    }

    private void plan(String first, String last) throws Exception {
        web.perform(post("/account/absence")
                        .with(laura)
                        .param("first", first)
                        .param("last", last)
                        .param("substitute", "" + cast.id(CARLA).value())
                        .param("note", "Al mare"))
                .andExpect(redirectedUrl("/account"));
    }

    private TicketNumber ticket() {
        var giulia = cast.as(GIULIA);
        var outcome = opening.byPortal(
                giulia, giulia.customer(), new Title(LibraryStory.TITLE), new Message(LibraryStory.TEXT), Uploads.NONE);
        if (outcome instanceof Outcome.Done(var number)) return number;
        throw new AssertionError("The ticket was refused");
    }
}
