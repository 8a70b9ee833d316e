package sportello.web.agent;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.net.URI;
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
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** The links in mails, old and new, lead to their ticket (S24, S55). */
@SportelloTest
@Transactional
class JumpDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked() {
        cast = Cast.onStage(db);
        number = LibraryStory.askedBy(cast.as(GIULIA), opening);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "&", ":", ",", "%3B", "%3b", "%26", "%3A", "%3a", "%2C", "%2c", "&amp;"})
    void whatever_stands_between_the_words_of_a_link_it_leads_to_the_ticket(String separator) throws Exception {
        open(LAURA, "?Action=AgentTicketZoom" + separator + "TicketID=" + id())
                .andExpect(header().string("Location", "/tickets/" + number));
        open(LAURA, "?Action=AgentTicketZoom" + separator + "TicketNumber=" + number)
                .andExpect(header().string("Location", "/tickets/" + number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?Action=AgentDashboard", "?Word=%25"})
    void a_link_to_no_ticket_leads_to_the_desk(String query) throws Exception {
        open(LAURA, query).andExpect(header().string("Location", "/agent"));
    }

    @Test
    void a_ticket_out_of_sight_is_not_there() throws Exception {
        open(PIERO, "?Action=AgentTicketZoom;TicketID=" + id()).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999999999999999999", "105%25", "-1", "1%20or%201=1", ""})
    void a_ticket_that_never_was_is_not_there_either(String id) throws Exception {
        open(LAURA, "?Action=AgentTicketZoom;TicketID=" + id).andExpect(status().isNotFound());
    }

    private ResultActions open(Operator who, String query) throws Exception {
        return web.perform(get(URI.create("/index.pl" + query)).with(LoggedIn.as(cast.as(who), db)));
    }

    private long id() {
        return db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
    }
}
