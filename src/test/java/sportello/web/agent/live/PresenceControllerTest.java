package sportello.web.agent.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.time.Clock;
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
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.notification.Inbox;
import sportello.ticket.Locking;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The doors of a ticket's page that keep it alive, and those of the bell. */
@SportelloTest
@Transactional
class PresenceControllerTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Clock clock;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void there_is_a_ticket() {
        cast = Cast.onStage(db);
        inbox.readAll(cast.as(LAURA));
        var giulia = cast.as(GIULIA);
        number = done(opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT),
                Uploads.NONE));
    }

    @Test
    void who_says_what_they_do_is_led_to_who_else_is_there() throws Exception {
        say("writing", MARIO);
        web.perform(get(address()).with(as(LAURA)))
                .andExpect(content().string(containsString("Mario Ferri sta scrivendo")));
        web.perform(get(address()).with(as(MARIO))).andExpect(content().string(not(containsString("Mario Ferri"))));
        web.perform(post(address()).with(as(MARIO)).param("presence", "none")).andExpect(status().isNoContent());
        web.perform(get(address()).with(as(LAURA))).andExpect(content().string(not(containsString("Mario Ferri"))));
    }

    @Test
    void the_supplier_finds_nothing_there() throws Exception {
        web.perform(get(address()).with(as(PIERO))).andExpect(status().isNotFound());
        web.perform(get("/agent/live?ticket=" + number).with(as(PIERO))).andExpect(status().isNotFound());
    }

    @Test
    void who_has_a_form_open_reads_what_others_did_meanwhile_and_not_the_own_deeds() throws Exception {
        var since = clock.instant();
        done(locking.lock(number, cast.as(MARIO)));
        var address = "/tickets/" + number + "/meanwhile?since=" + since;
        web.perform(get(address).with(as(LAURA)))
                .andExpect(content().string(containsString("Mario Ferri")))
                .andExpect(content().string(containsString("Ticket bloccato.")));
        assertThat(body(address, MARIO)).isBlank();
        assertThat(body("/tickets/" + number + "/meanwhile?since=" + clock.instant(), LAURA))
                .isBlank();
    }

    @Test
    void who_looks_at_a_ticket_has_read_what_the_bell_says_of_it() throws Exception {
        assertThat(body("/agent/notifications", LAURA)).contains("is-unread", LibraryStory.TITLE);
        say("looking", LAURA);
        assertThat(body("/agent/notifications", LAURA))
                .contains(LibraryStory.TITLE)
                .doesNotContain("is-unread");
    }

    @Test
    void the_bells_panel_is_a_piece_of_a_page_and_all_can_be_marked_as_read() throws Exception {
        assertThat(body("/agent/notifications/latest", LAURA))
                .contains("<turbo-frame id=\"bell-panel\"", "data-unread=\"1\"")
                .doesNotContain("<html");
        web.perform(post("/agent/notifications/reading").with(as(LAURA)))
                .andExpect(redirectedUrl("/agent/notifications"));
        assertThat(body("/agent/notifications/latest", LAURA)).contains("data-unread=\"0\"");
    }

    private void say(String presence, Operator who) throws Exception {
        web.perform(post(address()).with(as(who)).param("presence", presence))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(address()));
    }

    private String body(String address, Operator who) throws Exception {
        return web.perform(get(address).with(as(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String address() {
        return "/tickets/" + number + "/presence";
    }

    private RequestPostProcessor as(Operator who) {
        return LoggedIn.as(cast.as(who), db);
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(var value)) return value;
        throw new AssertionError("refused: " + outcome);
    }
}
