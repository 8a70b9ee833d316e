package sportello.web.agent.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;
import sportello.mail.Addressees;
import sportello.ticket.Answering;
import sportello.ticket.Mail;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** Writing to people, through the doors: what is formatted, what is begun, and to whom it goes. */
@SportelloTest
@Transactional
class ComposerTest {
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Answering answering;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked_with_a_plan() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        var plan = new Upload("orari.txt", "text/plain", 4, () -> new ByteArrayInputStream(new byte[4]));
        number = ((Outcome.Done<TicketNumber>) opening.byPortal(
                        giulia,
                        giulia.customer(),
                        new Title(LibraryStory.TITLE),
                        new Message(LibraryStory.TEXT),
                        new Uploads(List.of(plan))))
                .value();
    }

    @Test
    void an_answer_begins_with_the_customer_and_the_quoted_article() throws Exception {
        look("/answers/new?article=1", LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Giulia Moretti &lt;biblioteca@roccalba.example>\""),
                                containsString("Giulia Moretti ha scritto il"),
                                containsString("&lt;blockquote&gt;"))));
    }

    @Test
    void answer_all_takes_in_those_who_got_the_article() throws Exception {
        var people = ((Outcome.Done<Addressees>) Addressees.of(
                        "biblioteca@roccalba.example", "Ditta Neri <ditta@neri.example>", "capo@x.example"))
                .value();
        answering.answer(
                number,
                version(),
                1,
                new Mail(people, new Title("Orari"), new Message("Ecco."), Uploads.NONE),
                cast.as(LAURA));
        look("/answers/new?all=true&article=" + latest(), LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"cc\" value=\"Ditta Neri &lt;ditta@neri.example>\""),
                                not(containsString("capo@x.example")))));
    }

    @Test
    void formatted_text_and_a_pasted_picture_go_out_and_are_shown() throws Exception {
        send("/answers", "<p>Orari <b>nuovi</b></p><img src=\"data:image/png;base64," + DOT + "\">")
                .andExpect(status().isSeeOther());

        assertThat(db.sql("""
                        select l.html_body like '%<b>nuovi</b>%' and l.html_body like '%cid:%' and l.text_body like 'Orari nuovi%'
                               and f.content_id is not null
                          from letter l
                          join letter_attachment f on f.letter_id = l.id
                         where l.to_address = 'biblioteca@roccalba.example'
                        """).query(Boolean.class).single()).isTrue();
        var article = db.sql("select max(id) from article where html_body is not null")
                .query(Long.class)
                .single();
        web.perform(get("/articles/" + article + "/body").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("src=\"data:image/png;base64,iVBOR")));
        look("", LAURA).andExpect(content().string(not(containsString("immagine-1.png"))));
    }

    @Test
    void a_forward_carries_the_chosen_files_and_the_quoted_text() throws Exception {
        look("/forwards/new?article=1", LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Messaggio inoltrato"),
                                containsString("Da: Giulia Moretti"),
                                containsString("orari.txt"),
                                containsString("value=\"Fwd: " + LibraryStory.TITLE))));
        web.perform(form("/forwards", "<p>Vedete sotto.</p>").param("along", "1"))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("select name from letter_attachment")
                        .query(String.class)
                        .list())
                .containsExactly("orari.txt");
    }

    @Test
    void what_was_begun_is_given_back_to_its_author_alone_until_it_is_sent() throws Exception {
        web.perform(form("/drafts", "<p>Quale <b>fascia</b>?</p>").param("kind", "answer"))
                .andExpect(status().isNoContent());

        look("", LAURA).andExpect(content().string(containsString("Bozza di Laura")));
        look("", MARIO).andExpect(content().string(not(containsString("Bozza di"))));
        look("/answers/new?article=1", LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Ripresa la bozza"),
                                containsString("Quale &lt;b&gt;fascia&lt;/b&gt;?"),
                                not(containsString("&lt;blockquote")))));
        look("/answers/new?article=1", MARIO).andExpect(content().string(not(containsString("fascia"))));

        send("/answers", "<p>Quale fascia?</p>").andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void what_was_sent_can_be_taken_back_and_written_on_with_its_files() throws Exception {
        var file = new MockMultipartFile("files", "mappa.txt", "text/plain", new byte[] {1, 2, 3});
        web.perform(form("/answers", "<p>Ecco la <b>mappa</b>.</p>").file(file)).andExpect(status().isSeeOther());
        look("", LAURA).andExpect(content().string(containsString("Annulla l’invio")));
        look("", MARIO).andExpect(content().string(not(containsString("Annulla l’invio"))));

        recall(latest())
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", address("/answers/new?article=1")));
        look("/answers/new?article=1", LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Ecco la &lt;b&gt;mappa&lt;/b&gt;."),
                                containsString("value=\"biblioteca@roccalba.example\""),
                                containsString("mappa.txt"))));
        look("?article=" + latest(), LAURA)
                .andExpect(content()
                        .string(allOf(
                                containsString("questa mail non è partita"), not(containsString("Annulla l’invio")))));

        web.perform(form("/answers", "<p>Ecco.</p>")
                        .param("recalled", "" + latest())
                        .param("kept", "1"))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("""
                        select f.name
                          from letter_attachment f
                          join letter l on l.id = f.letter_id and l.state = 'waiting'
                        """).query(String.class).list()).containsExactly("mappa.txt");
    }

    @Test
    void what_has_left_says_that_it_cannot_be_taken_back() throws Exception {
        send("/answers", "<p>Ecco.</p>");
        db.sql("update letter set state = 'sent', sent_at = now() where to_address = 'biblioteca@roccalba.example'")
                .update();
        recall(latest())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("non si può più riprendere")));
    }

    @Test
    void with_an_answer_the_ticket_is_put_aside_or_the_form_says_why_not() throws Exception {
        web.perform(form("/answers", "<p>Aspettiamo il pezzo.</p>")
                        .param("then", "pending_reminder")
                        .param("date", "2020-01-01")
                        .param("time", "08:00"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("La data è già passata"),
                                containsString("Aspettiamo il pezzo."),
                                containsString("value=\"pending_reminder\" selected"),
                                containsString("value=\"2020-01-01\""))));
        var day = LocalDate.now(ZoneId.of("Europe/Rome")).plusDays(30);
        web.perform(form("/answers", "<p>Aspettiamo il pezzo.</p>")
                        .param("then", "pending_reminder")
                        .param("date", day.toString())
                        .param("time", "08:00"))
                .andExpect(status().isSeeOther());
        look("", LAURA)
                .andExpect(content()
                        .string(containsString(
                                DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day) + " 08:00")));
    }

    @Test
    void a_forward_can_be_the_last_word() throws Exception {
        web.perform(form("/forwards", "<p>È per voi.</p>").param("then", "closed_successful"))
                .andExpect(status().isSeeOther());
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void a_note_and_a_call_can_put_the_ticket_aside_or_close_it() throws Exception {
        var day = LocalDate.now(ZoneId.of("Europe/Rome")).plusDays(30).toString();
        web.perform(form("/notes", "<p>Aspettiamo.</p>")
                        .param("then", "pending_reminder")
                        .param("date", day)
                        .param("time", "08:00"))
                .andExpect(status().isSeeOther());
        assertThat(state()).isEqualTo("pending_reminder");
        web.perform(form("/calls", "<p>Sistemato.</p>")
                        .param("call", "made")
                        .param("other", "Giulia")
                        .param("then", "closed_successful"))
                .andExpect(status().isSeeOther());
        assertThat(state()).isEqualTo("closed");
    }

    @Test
    void who_may_only_write_notes_decides_nothing_with_them() throws Exception {
        look("/notes/new", NADIA).andExpect(content().string(not(containsString("name=\"then\""))));
        var note = multipart(address("/notes"))
                .with(LoggedIn.as(cast.as(NADIA), db))
                .param("version", "" + version())
                .param("subject", "Nota")
                .param("text", "Letto.");
        web.perform(note.param("then", "closed_successful")).andExpect(status().isConflict());
        assertThat(state()).isEqualTo("new");
    }

    @Test
    void who_may_answer_and_not_close_is_not_offered_to_do_both() throws Exception {
        look("/answers/new", LAURA).andExpect(content().string(containsString("Invia e chiudi")));
        db.sql("""
                insert into agent_permission (agent_id, group_id, permission)
                select :nadia, id, 'compose' from permission_group where name = 'energia'
                """).param("nadia", cast.id(NADIA).value()).update();
        look("/answers/new", NADIA)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Invia e chiudi"))));
    }

    @Test
    void closing_and_putting_aside_say_how_long_they_took() throws Exception {
        var pending = post(address("/pending"))
                .with(LoggedIn.as(cast.as(LAURA), db))
                .param("version", "" + version())
                .param("state", "pending_reminder")
                .param(
                        "date",
                        LocalDate.now(ZoneId.of("Europe/Rome")).plusDays(30).toString())
                .param("time", "08:00")
                .param("minutes", "5");
        web.perform(pending)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("si registra con una nota"), containsString("value=\"5\""))));
        web.perform(pending.param("text", "Manca il pezzo.")).andExpect(status().isSeeOther());
        web.perform(form("/closure", "")
                        .param("text", "Fatto.")
                        .param("end", "closed_successful")
                        .param("minutes", "20"))
                .andExpect(status().isSeeOther());
        assertThat(db.sql("select sum(minutes) from article")
                        .query(Integer.class)
                        .single())
                .isEqualTo(25);
    }

    @Test
    void a_redirect_that_was_taken_back_is_the_form_again() throws Exception {
        web.perform(form("/redirects", "")).andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
        recall(latest()).andExpect(header().string("Location", address("/redirects/new?article=1")));
        look("/redirects/new?article=1", LAURA)
                .andExpect(content().string(containsString("value=\"biblioteca@roccalba.example\"")));
    }

    private String state() {
        return db.sql("select state_type from ticket where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    @Test
    void what_lost_to_a_change_is_not_lost() throws Exception {
        var late = form("/answers", "<p>Scritto invano?</p>");
        db.sql("update ticket set version = version + 1").update();
        web.perform(late)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Scritto invano?")));

        look("/answers/new?article=1", LAURA).andExpect(content().string(containsString("Scritto invano?")));
    }

    @Test
    void a_draft_can_be_thrown_away() throws Exception {
        web.perform(form("/drafts", "<p>No.</p>").param("kind", "answer"));
        web.perform(post(address("/drafts/discard"))
                        .with(LoggedIn.as(cast.as(LAURA), db))
                        .param("kind", "answer")
                        .param("article", "1"))
                .andExpect(status().isSeeOther());
        assertThat(drafts()).isZero();
    }

    @Test
    void a_few_letters_find_people_on_both_sides() throws Exception {
        web.perform(get("/recipients?q=moretti").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Giulia Moretti &lt;biblioteca@roccalba.example>"),
                                containsString("Comune di Roccalba"))));
        web.perform(get("/recipients?q=ferri").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(containsString("mario.ferri@valleservizi.example")));
        web.perform(get("/recipients?q=f").with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(not(containsString("option"))));
    }

    private ResultActions send(String part, String html) throws Exception {
        return web.perform(form(part, html));
    }

    private org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder form(
            String part, String html) {
        return multipart(address(part))
                .with(LoggedIn.as(cast.as(LAURA), db))
                .param("version", "" + version())
                .param("article", "1")
                .param("subject", "Orari")
                .param("to", "biblioteca@roccalba.example")
                .param("text", "")
                .param("html", html);
    }

    private ResultActions recall(int article) throws Exception {
        return web.perform(
                post(address("/recall")).with(LoggedIn.as(cast.as(LAURA), db)).param("article", "" + article));
    }

    private ResultActions look(String part, Operator by) throws Exception {
        return web.perform(get(address(part)).with(LoggedIn.as(cast.as(by), db)))
                .andExpect(status().isOk());
    }

    private String address(String part) {
        return "/tickets/" + number + part;
    }

    private int drafts() {
        return db.sql("select count(*) from draft where sent_as is null")
                .query(Integer.class)
                .single();
    }

    private int latest() {
        return db.sql("""
                select max(a.no)
                  from article a
                  join ticket t on t.id = a.ticket_id and t.number = :number
                 where a.channel = 'email'
                   and a.sender = 'agent'
                """).param("number", number.value()).query(Integer.class).single();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }
}
