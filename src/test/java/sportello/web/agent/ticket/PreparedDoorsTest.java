package sportello.web.agent.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.storage.Files;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Templates by queue and form, with their files, and the salutation where there is none. */
@SportelloTest
@Transactional
class PreparedDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Files files;

    private Cast cast;
    private TicketNumber number;
    private long form;

    @BeforeEach
    void a_template_with_a_file_for_every_form() {
        cast = Cast.onStage(db);
        var giulia = cast.as(Caller.GIULIA);
        number = ((Outcome.Done<TicketNumber>) beans.getBean(Opening.class)
                        .byPortal(
                                giulia,
                                giulia.customer(),
                                new Title(LibraryStory.TITLE),
                                new Message(LibraryStory.TEXT),
                                Uploads.NONE))
                .value();
        db.sql("insert into salutation (queue_id, body) values (null, 'Gentile {{customer_user.name}},')")
                .update();
        form = template("Modulo", "Le mando il modulo per {{ticket.title}}.", "{answer,note,call,forward,mail}");
        var stored = files.keep(new ByteArrayInputStream("modulo".getBytes(UTF_8)));
        db.sql("""
                insert into answer_template_file (template_id, position, name, media_type, size, hash)
                values (:template, 1, 'modulo.pdf', 'application/pdf', :size, :hash)
                """)
                .param("template", form)
                .param("size", stored.size())
                .param("hash", stored.hash().bytes())
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/answers/new?article=1",
                "/notes/new",
                "/calls/new?call=made",
                "/mails/new",
                "/forwards/new?article=1"
            })
    void each_form_offers_what_fits_it(String address) throws Exception {
        template("Per nessuno di questi", "x", "{opening}");
        look(address)
                .andExpect(content()
                        .string(allOf(
                                containsString(">Modulo</option>"), not(containsString("Per nessuno di questi")))));
    }

    @Test
    void a_closing_begins_with_a_template_for_notes_but_with_none_that_brings_files() throws Exception {
        var done = template("Fatto", "Fatto per {{ticket.title}}.", "{note}");
        template("Solo risposta", "x", "{answer}");
        look("/closure/new")
                .andExpect(content()
                        .string(allOf(
                                containsString(">Fatto</option>"),
                                not(containsString(">Modulo</option>")),
                                not(containsString("Solo risposta")))));
        web.perform(typed("/closure", "e poi", done).param("fill", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Fatto per " + LibraryStory.TITLE + ".\n\ne poi"),
                                not(containsString("class=\"refusal\" role=\"alert\"")))));
    }

    @Test
    void so_do_a_reopening_and_a_waiting() throws Exception {
        var done = template("Fatto", "Fatto per {{ticket.title}}.", "{note}");
        look("/pending/new").andExpect(content().string(containsString(">Fatto</option>")));
        web.perform(typed("/pending", "e poi", done)
                        .param("date", "2030-01-02")
                        .param("time", "08:00")
                        .param("state", "pending_reminder")
                        .param("fill", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Fatto per " + LibraryStory.TITLE + ".\n\ne poi"),
                                containsString("value=\"2030-01-02\""),
                                not(containsString("class=\"refusal\" role=\"alert\"")))));
        look("/pending/new").andExpect(content().string(containsString("Fatto per " + LibraryStory.TITLE)));

        look("/reopening/new")
                .andExpect(content()
                        .string(allOf(containsString(">Fatto</option>"), not(containsString(">Modulo</option>")))));
        web.perform(typed("/reopening", "e poi", done).param("fill", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Fatto per " + LibraryStory.TITLE + ".\n\ne poi")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/answers/new?article=1",
                "/notes/new",
                "/calls/new?call=made",
                "/mails/new",
                "/forwards/new?article=1",
                "/closure/new",
                "/reopening/new",
                "/pending/new"
            })
    void snippets_are_offered_wherever_somebody_writes(String address) throws Exception {
        look(address).andExpect(content().string(not(containsString("data-controller=\"snippets\""))));
        template("Orari", "Dalle 8 alle 17.", "{snippet}");
        look(address)
                .andExpect(content()
                        .string(allOf(
                                containsString("<optgroup label=\"Frammenti\">"),
                                containsString(">Orari</option>"),
                                containsString("data-snippets-url-value=\"/tickets/" + number + "/snippets\""))));
    }

    /** Many tickets get the same words: what speaks of one of them does not fit there. */
    @ParameterizedTest
    @ValueSource(strings = {"note", "close", "reopen"})
    void what_is_written_on_many_tickets_is_offered_those_that_speak_of_no_ticket(String action) throws Exception {
        var form = get("/agent/bulks/new").param("action", action).param("ticket", number.value());
        as(form).andExpect(content().string(not(containsString("data-controller=\"snippets\""))));
        template("Di uno", "Su {{ticket.number}}.", "{snippet}");
        as(form).andExpect(content().string(not(containsString("data-controller=\"snippets\""))));
        template("Firma", "Da {{agent.first_name}}.", "{snippet}");
        as(form).andExpect(content().string(containsString("data-snippets-url-value=\"/agent/bulks/snippets\"")));
        as(get("/agent/bulks/snippets"))
                .andExpect(content()
                        .string(allOf(containsString("data-text=\"Da Laura.\""), not(containsString("Di uno")))));
    }

    @Test
    void what_was_found_out_about_a_cause_is_written_with_them_too() throws Exception {
        db.sql("""
                update ticket
                   set state_id = (select id from ticket_state where name = 'closed_unsuccessful'), state_type = 'closed',
                       closed_at = now(), responsible_id = (select id from agent where login = 'laura.bassi')
                 where number = :number
                """).param("number", number.value()).update();
        look("").andExpect(content()
                .string(allOf(containsString("id=\"duty\""), not(containsString("data-controller=\"snippets\"")))));
        template("Orari", "Dalle 8 alle 17.", "{snippet}");
        look("").andExpect(content().string(containsString("aria-controls=\"duty-snippets-panel\"")));
    }

    @Test
    void they_come_filled_for_the_ticket_without_what_the_customer_may_not_read_and_only_those_of_its_queue()
            throws Exception {
        template(
                "Ancora",
                "Su {{ticket.number}}, {{customer_user.first_name}}: «{{customer_article.text[1]}}»",
                "{snippet}");
        template("Con modulo", "Ecco", "{snippet}");
        db.sql(
                        "update answer_template_file set template_id = (select id from answer_template where name = 'Con modulo')")
                .update();
        template("Solo nota", "nota", "{note}");
        elsewhere(template("Altrove", "altrove", "{snippet}"));
        db.sql("update answer_template set valid = false where id = :id")
                .param("id", template("Di una volta", "una volta", "{snippet}"))
                .update();
        web.perform(typed("/notes", "Cosa nostra.")).andExpect(status().isSeeOther());
        look("/snippets")
                .andExpect(content()
                        .string(allOf(
                                containsString("data-text=\"Su " + number + ", Giulia: «Buongiorno"),
                                not(containsString("Cosa nostra")),
                                not(containsString("Con modulo")),
                                not(containsString("Solo nota")),
                                not(containsString("Altrove")),
                                not(containsString("Di una volta")))));
    }

    @Test
    void without_a_script_a_snippet_stands_below_the_salutation_and_is_not_chosen_for_the_next_time() throws Exception {
        var hours = template("Orari", "Dalle 8 alle 17.", "{snippet}");
        web.perform(typed("/answers", "Gentile Giulia Moretti,\n\ne poi", hours).param("fill", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Gentile Giulia Moretti,\n\nDalle 8 alle 17.\n\ne poi"),
                                not(containsString("selected>Orari")),
                                not(containsString("name=\"brought\"")))));
        web.perform(typed("/notes", "e poi", hours).param("fill", "true"))
                .andExpect(content().string(containsString("Dalle 8 alle 17.\n\ne poi")));
        elsewhere(hours);
        web.perform(typed("/notes", "e poi", hours).param("fill", "true"))
                .andExpect(content().string(not(containsString("Dalle 8"))));
    }

    @Test
    void the_salutation_begins_an_answer_unless_a_template_does() throws Exception {
        look("/answers/new?article=1").andExpect(content().string(containsString("Gentile Giulia Moretti,")));
        look("/answers/new?article=1&template=" + form)
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Gentile Giulia Moretti,")),
                                containsString("Le mando il modulo per " + LibraryStory.TITLE),
                                containsString("modulo.pdf"))));
    }

    @Test
    void filling_it_in_keeps_what_was_typed_and_takes_the_place_of_the_salutation() throws Exception {
        web.perform(typed("/answers", "Gentile Giulia Moretti,\n\ne poi").param("fill", "true"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Gentile Giulia Moretti,")),
                                containsString("Le mando il modulo"),
                                containsString("e poi"),
                                not(containsString("class=\"refusal\" role=\"alert\"")),
                                containsString("name=\"brought\""))));
        look("/answers/new?article=1").andExpect(content().string(containsString("Le mando il modulo")));
    }

    @Test
    void so_it_does_in_formatted_text_as_the_browser_writes_it() throws Exception {
        var typed = typed("/answers", "Gentile Giulia Moretti,\n\ne poi")
                .param("html", "<div>Gentile Giulia Moretti,<br></div><div>e poi</div>");
        web.perform(typed.param("fill", "true"))
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Gentile Giulia Moretti,")),
                                containsString("&lt;div&gt;e poi&lt;/div&gt;"))));
    }

    @Test
    void its_file_goes_along_unless_it_is_taken_out() throws Exception {
        web.perform(typed("/notes", "Con il modulo.").param("brought", "" + file()))
                .andExpect(status().isSeeOther());
        assertThat(attached()).isEqualTo("modulo.pdf");
        web.perform(typed("/mails", "Senza.")).andExpect(status().isSeeOther());
        assertThat(attached()).isEmpty();
        web.perform(typed("/mails", "Con.").param("brought", "" + file())).andExpect(status().isSeeOther());
        assertThat(attached()).isEqualTo("modulo.pdf");
    }

    @Test
    void a_file_of_another_queues_template_stays_there() throws Exception {
        elsewhere(form);
        web.perform(typed("/notes", "Rubato?").param("brought", "" + file())).andExpect(status().isSeeOther());
        assertThat(attached()).isEmpty();
    }

    private void elsewhere(long template) {
        db.sql("update answer_template_queue set queue_id = :other where template_id = :template")
                .param("other", cast.id(Place.GUASTI).value())
                .param("template", template)
                .update();
    }

    private String attached() {
        return db.sql("""
                select coalesce(string_agg(f.name, ','), '')
                  from attachment f
                 where f.article_id = (select max(id) from article)
                """).query(String.class).single();
    }

    private long file() {
        return db.sql("select id from answer_template_file where template_id = :template")
                .param("template", form)
                .query(Long.class)
                .single();
    }

    private long template(String name, String body, String kinds) {
        var id = db.sql(
                        "insert into answer_template (name, body, kinds) values (:name, :body, :kinds::text[]) returning id")
                .param("name", name)
                .param("body", body)
                .param("kinds", kinds)
                .query(Long.class)
                .single();
        db.sql(
                        "insert into answer_template_queue (template_id, queue_id) select :template, queue_id from ticket where number = :number")
                .param("template", id)
                .param("number", number.value())
                .update();
        return id;
    }

    private MockMultipartHttpServletRequestBuilder typed(String door, String text) {
        return typed(door, text, form);
    }

    private MockMultipartHttpServletRequestBuilder typed(String door, String text, long template) {
        var version = db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
        return multipart("/tickets/" + number + door)
                .with(LoggedIn.as(cast.as(LAURA), db))
                .param("version", version)
                .param("article", "1")
                .param("template", "" + template)
                .param("to", "biblioteca@roccalba.example")
                .param("subject", "Orari")
                .param("text", text);
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private ResultActions look(String part) throws Exception {
        return web.perform(get("/tickets/" + number + part).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isOk());
    }
}
