package sportello.web.agent.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.MARIO;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.ticket.Locking;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Calls and outgoing mails at the agents' door: what is wrong is said at the form, and what was typed stays (S66). */
@SportelloTest
@Transactional
class CommunicationDoorTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void a_lamp_is_broken() {
        cast = Cast.onStage(db);
        var paolo = cast.as(PAOLO);
        var opened = opening.byPortal(
                paolo,
                paolo.customer(),
                new Title("Lampione spento"),
                new Message("Il lampione di via Roma è spento."),
                Uploads.NONE);
        number = ((Outcome.Done<TicketNumber>) opened).value();
    }

    @Test
    void the_form_of_a_call_knows_who_asked() throws Exception {
        assertThat(text(MARIO, get("/tickets/" + number + "/calls/new").param("call", "made")))
                .contains("Chi è stato chiamato", "value=\"Paolo Galli\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /calls | other   |          | Scriva un nome.
            /calls | text    |          | Scriva un testo.
            /calls | subject |          | titolo
            /mails | to      |          | Scriva almeno un destinatario.
            /mails | to      | mario    | «mario» non è un indirizzo di posta.
            /mails | cc      | x@       | «x@» non è un indirizzo di posta.
            /mails | text    |          | Scriva un testo.
            """)
    void bad_input_comes_back_with_a_word_on_what_is_wrong(String door, String field, String value, String word)
            throws Exception {
        var response = perform(MARIO, written(door, field, value == null ? "" : value));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains(word);
        if (!field.equals("text")) assertThat(response.getContentAsString()).contains("PAROLE-MIE");
        assertThat(articles()).isZero();
    }

    @Test
    void a_call_that_goes_neither_way_is_not_found() throws Exception {
        assertThat(perform(MARIO, written("/calls", "call", "sideways")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_mail_on_a_ticket_that_somebody_else_has_is_refused_and_keeps_its_words() throws Exception {
        locking.lock(number, cast.as(CARLA));
        var carlaHasIt = perform(Operator.PIERO, written("/mails"));
        assertThat(carlaHasIt.getStatus()).isEqualTo(409);
        assertThat(carlaHasIt.getContentAsString())
                .contains("Il ticket è bloccato da Carla Neri", "PAROLE-MIE", "ditta@neri.example");
    }

    @Test
    void what_is_in_order_leads_back_to_the_ticket_and_says_so() throws Exception {
        assertThat(perform(MARIO, written("/calls")).getRedirectedUrl()).isEqualTo("/tickets/" + number);
        assertThat(perform(MARIO, written("/mails")).getRedirectedUrl()).isEqualTo("/tickets/" + number);
        assertThat(text(MARIO, get("/tickets/" + number)))
                .contains("Telefonata ricevuta", "ditta@neri.example", "in attesa di invio");
    }

    @Test
    void a_call_that_was_made_is_read_like_any_article() throws Exception {
        perform(MARIO, written("/calls", "call", "made"));
        assertThat(text(MARIO, get("/tickets/" + number)))
                .contains("Telefonata effettuata", "Ditta Neri", "PAROLE-MIE");
    }

    private MockHttpServletRequestBuilder written(String door) {
        return written(door, "call", "received");
    }

    /** In order, but for the one field that the test is about. */
    private MockHttpServletRequestBuilder written(String door, String field, String value) {
        var fields = new HashMap<>(Map.of(
                "call", "received",
                "other", "Ditta Neri",
                "to", "ditta@neri.example",
                "subject", "Lampada",
                "text", "PAROLE-MIE",
                "version", Integer.toString(version())));
        fields.put(field, value);
        var request = post("/tickets/" + number + door);
        fields.forEach(request::param);
        return request;
    }

    private String text(Operator who, MockHttpServletRequestBuilder request) throws Exception {
        return perform(who, request).getContentAsString();
    }

    private MockHttpServletResponse perform(Operator who, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(who), db)))
                .andReturn()
                .getResponse();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private int articles() {
        return db.sql("""
                select count(*)
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number and a.channel in ('phone', 'email') and a.sender <> 'system'
                """).param("number", number.value()).query(Integer.class).single();
    }
}
