package sportello.web.agent;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
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
import sportello.agent.Absences;
import sportello.agent.Agents;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** Wherever somebody is chosen for a ticket, by name or by the queue, the page says who is away and who stands in. */
@SportelloTest
@Transactional
class AwayPeopleTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Absences absences;

    @Autowired
    private Agents agents;

    @Autowired
    private Clock clock;

    private Cast cast;
    private TicketNumber library;
    private String until;

    @BeforeEach
    void carla_is_away_and_mario_stands_in() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        library = LibraryStory.askedBy(giulia, opening);
        var last = LocalDate.ofInstant(clock.instant(), cast.as(CARLA).zone()).plusDays(9);
        var carla = agents.find(cast.id(CARLA)).orElseThrow();
        absences.plan(carla, last.minusDays(12), last, cast.id(MARIO), "");
        until = "assente fino al " + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(last) + ", sostituto Mario Ferri";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agent/bulks/new?action=owner&ticket=",
                "/agent/bulks/new?action=responsible&ticket=",
                "/tickets/new?channel=phone&q=",
                "/tickets/new?channel=email&q="
            })
    void where_a_person_is_chosen(String form) throws Exception {
        see(LAURA, form + library).andExpect(content().string(containsString("Carla Neri — " + until)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent/bulks/new?action=move&ticket=", "/tickets/new?channel=phone&q="})
    void where_a_queue_is_chosen_that_gives_to_somebody(String form) throws Exception {
        see(MARIO, form + library)
                .andExpect(content().string(containsString("Illuminazione::Guasti — Carla Neri " + until)));
    }

    @Test
    void on_the_ticket_itself_in_its_menu_of_queues_and_where_it_is_split() throws Exception {
        see(LAURA, "/tickets/" + library + "/move/new")
                .andExpect(content()
                        .string(allOf(
                                containsString("Illuminazione::Guasti — Carla Neri " + until),
                                containsString(">Energia<"))));
        see(LAURA, "/tickets/" + library + "/splits/new?article=1")
                .andExpect(content().string(containsString("Impianti termici — Carla Neri " + until)));
    }

    @Test
    void and_once_more_when_it_was_moved_there() throws Exception {
        var version = db.sql("select version::text from ticket where number = :number")
                .param("number", library.value())
                .query(String.class)
                .single();
        var moved = web.perform(post("/tickets/" + library + "/move")
                        .param("version", version)
                        .param("queue", "" + cast.id(Place.GUASTI).value())
                        .with(LoggedIn.as(cast.as(MARIO), db)))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse();
        var notice = Objects.requireNonNull(moved.getCookie(LoggedIn.NOTICE));
        var mario = LoggedIn.as(cast.as(MARIO), db);
        web.perform(get("/tickets/" + library).with(request -> {
                    mario.postProcessRequest(request);
                    request.setCookies(request.getCookies()[0], new Cookie(LoggedIn.NOTICE, notice.getValue()));
                    return request;
                }))
                .andExpect(content().string(containsString("lo segue ora Carla Neri, che è assente fino al")));
    }

    @Test
    void administrators_see_it_where_a_queue_gets_its_people() throws Exception {
        see(ANNA, "/admin/queues/new").andExpect(content().string(containsString("Carla Neri — " + until)));
        absences.end(cast.id(CARLA));
        see(ANNA, "/admin/queues/new").andExpect(content().string(not(containsString("assente"))));
    }

    private ResultActions see(Operator who, String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }
}
