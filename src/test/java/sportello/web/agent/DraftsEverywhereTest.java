package sportello.web.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;

/** Nothing typed is ever lost, in whichever form: it is there again for its author alone, until it is sent. */
@SportelloTest
@Transactional
class DraftsEverywhereTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_ticket_that_is_being_opened_is_there_again_until_it_is_opened() throws Exception {
        var typed = Map.of("channel", "phone", "title", "Sala <fredda>", "text", "Fa\0 freddo.", "owner", "12");
        keep("/tickets/new/drafts", typed).andExpect(status().isNoContent());

        see(LAURA, "/tickets/new?channel=phone")
                .andExpect(content()
                        .string(allOf(
                                containsString("Ripresa la bozza"),
                                containsString("value=\"Sala &lt;fredda>\""),
                                containsString("Fa freddo."))));
        see(LAURA, "/tickets/new?channel=email").andExpect(content().string(not(containsString("Fa freddo."))));
        see(CARLA, "/tickets/new?channel=phone").andExpect(content().string(not(containsString("Fa freddo."))));

        open("La sala è fredda.").andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void a_form_begun_from_a_persons_page_has_a_draft_of_its_own() throws Exception {
        keep("/tickets/new/drafts", Map.of("channel", "phone", "text", "Di un altro."));
        var person = "/tickets/new?channel=phone&user=" + cast.id(GIULIA).value();
        see(LAURA, person).andExpect(content().string(not(containsString("Di un altro."))));
        keep(
                "/tickets/new/drafts",
                Map.of("channel", "phone", "about", "" + cast.id(GIULIA).value(), "text", "Della biblioteca."));
        see(LAURA, person).andExpect(content().string(containsString("Della biblioteca.")));
        see(LAURA, "/tickets/new?channel=phone").andExpect(content().string(containsString("Di un altro.")));
    }

    @Test
    void what_was_refused_is_a_draft_and_can_be_thrown_away() throws Exception {
        open("").andExpect(status().isUnprocessableContent());
        see(LAURA, "/tickets/new?channel=phone").andExpect(content().string(containsString("Sala fredda")));
        keep("/tickets/new/drafts/discard", Map.of("channel", "phone")).andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void whoever_comes_with_a_search_finds_its_answer_and_no_draft() throws Exception {
        keep("/tickets/new/drafts", Map.of("channel", "phone", "text", "Di un altro."));
        see(LAURA, "/tickets/new?channel=phone&q=moretti")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"moretti\""),
                                containsString("Giulia Moretti"),
                                not(containsString("Di un altro.")))));
    }

    @Test
    void a_form_in_which_nothing_is_left_is_no_draft() throws Exception {
        keep("/tickets/new/drafts", Map.of("channel", "phone", "title", "Sala fredda"));
        keep("/tickets/new/drafts", Map.of("channel", "phone", "q", "moretti")).andExpect(status().isNoContent());
        assertThat(drafts()).isZero();
        keep("/tickets/new/drafts", Map.of("channel", "phone", "text", "\n", "html", "<div><br></div>"));
        assertThat(drafts()).isZero();
        keep("/tickets/new/drafts", Map.of("channel", "phone", "text", "\n", "html", "<div><img src=\"x\"></div>"));
        assertThat(drafts()).isOne();
    }

    @Test
    void why_a_ticket_waits_is_kept_with_its_day() throws Exception {
        var library = library(GIULIA);
        var day = LocalDate.now(ZoneId.of("Europe/Rome")).plusDays(30).toString();
        var typed = Map.of(
                "state",
                "pending_close_successful",
                "date",
                day,
                "time",
                "07:30",
                "text",
                "Manca il pezzo.",
                "version",
                version(library));
        keep("/tickets/" + library + "/drafts", with(typed, "kind", "pending")).andExpect(status().isNoContent());
        see(LAURA, "/tickets/" + library).andExpect(content().string(containsString("attesa")));
        see(LAURA, "/tickets/" + library + "/pending/new")
                .andExpect(content()
                        .string(allOf(
                                containsString("Ripresa la bozza"),
                                containsString("Manca il pezzo."),
                                containsString("value=\"" + day + "\""),
                                containsString("value=\"07:30\""),
                                containsString("value=\"pending_close_successful\" required checked"))));
        keep("/tickets/" + library + "/pending", typed).andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void why_a_ticket_is_opened_again_is_kept() throws Exception {
        var library = library(GIULIA);
        keep(
                "/tickets/" + library + "/drafts",
                Map.of("kind", "reopening", "version", "1", "subject", "S", "text", "Di nuovo rotta."));
        see(LAURA, "/tickets/" + library + "/reopening/new")
                .andExpect(content().string(containsString("Di nuovo rotta.")));
    }

    @Test
    void what_was_found_out_about_a_failure_is_kept_on_the_page_itself() throws Exception {
        var library = library(GIULIA);
        keep("/tickets/" + library + "/closure", closing(library)).andExpect(status().isSeeOther());
        var cause = ""
                + db.sql("select min(id) from failure_cause").query(Long.class).single();
        var found = Map.of(
                "kind", "duty", "version", "1", "cause", cause, "text", "Valvola <rara>.", "dueOn", "2099-03-04");
        web.perform(fields(post("/tickets/" + library + "/drafts"), found).with(LoggedIn.as(cast.as(CARLA), db)))
                .andExpect(status().isNoContent());

        see(CARLA, "/tickets/" + library)
                .andExpect(content()
                        .string(allOf(
                                containsString("Valvola &lt;rara&gt;."),
                                containsString("value=\"2099-03-04\""),
                                containsString("href=\"/tickets/" + library + "#duty\""),
                                containsString("value=\"" + cause + "\" selected"))));
        web.perform(fields(post("/tickets/" + library + "/ascertainment"), found)
                        .with(LoggedIn.as(cast.as(CARLA), db)))
                .andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void what_is_written_to_many_tickets_is_kept_whichever_they_are() throws Exception {
        var library = library(GIULIA);
        var other = library(PAOLO);
        var note = Map.of("action", "note", "subject", "Verifica", "text", "Passa lunedì.", "visible", "true");
        keep("/agent/bulks/drafts", note).andExpect(status().isNoContent());
        see(LAURA, "/agent/bulks/new?action=note&ticket=" + library)
                .andExpect(
                        content().string(allOf(containsString("Ripresa la bozza"), containsString("Passa lunedì."))));
        see(LAURA, "/agent/bulks/new?action=close&ticket=" + library)
                .andExpect(content().string(not(containsString("Passa lunedì."))));
        keep("/agent/bulks", with(note, "ticket", other.value())).andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void where_nothing_is_written_nothing_is_kept() throws Exception {
        keep("/agent/bulks/drafts", Map.of("action", "lock")).andExpect(status().isUnprocessableContent());
        keep("/tickets/" + library(GIULIA) + "/drafts", Map.of("kind", "bulk_note", "version", "1"))
                .andExpect(status().isNotFound());
        assertThat(drafts()).isZero();
    }

    private ResultActions open(String text) throws Exception {
        var asker = cast.id(GIULIA).value() + "-" + cast.as(GIULIA).customer().value();
        return web.perform(multipart("/tickets")
                .file(new MockMultipartFile("files", "", null, new byte[0]))
                .param("channel", "phone")
                .param("queue", "" + cast.id(Place.IMPIANTI).value())
                .param("asker", asker)
                .param("title", "Sala fredda")
                .param("text", text)
                .with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private Map<String, String> closing(TicketNumber ticket) {
        return Map.of(
                "version", version(ticket), "subject", "Chiusura", "text", "Non si può.", "end", "closed_unsuccessful");
    }

    private ResultActions keep(String address, Map<String, String> typed) throws Exception {
        return web.perform(fields(post(address), typed).with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private static MockHttpServletRequestBuilder fields(
            MockHttpServletRequestBuilder request, Map<String, String> typed) {
        typed.forEach(request::param);
        return request;
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        var all = new HashMap<>(typed);
        all.put(field, value);
        return all;
    }

    private ResultActions see(Operator who, String address) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }

    private TicketNumber library(Caller who) {
        return LibraryStory.askedBy(cast.as(who), opening);
    }

    private String version(TicketNumber ticket) {
        return db.sql("select version::text from ticket where number = :number")
                .param("number", ticket.value())
                .query(String.class)
                .single();
    }

    private int drafts() {
        return db.sql("select count(*) from draft where sent_as is null")
                .query(Integer.class)
                .single();
    }
}
