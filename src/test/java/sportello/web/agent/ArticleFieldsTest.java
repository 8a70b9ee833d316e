package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.field.FieldSettings;
import sportello.field.KeepingFields;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;
import sportello.identity.LoggedIn;
import sportello.ticket.TicketNumber;

/** The house's own fields of articles: asked where people of the desk write, and said beside what they wrote. */
class ArticleFieldsTest extends UnclassifiedHouse {
    @Autowired
    private KeepingFields keeping;

    private TicketNumber ticket;

    @BeforeEach
    void a_request() {
        ticket = library(GIULIA);
    }

    @Test
    void a_call_asks_for_what_it_demands_and_keeps_what_was_typed() throws Exception {
        field(
                "Esito",
                Kind.CHOICE,
                "Risposto\nOccupato",
                Map.of(Screen.CALL, Use.MANDATORY, Screen.ARTICLE, Use.SHOWN));
        field("Minuti", Kind.NUMBER, "", Map.of(Screen.CALL, Use.SHOWN));
        see(LAURA, "/tickets/" + ticket + "/calls/new").andExpect(content().string(containsString("fields[Esito]")));
        see(LAURA, "/tickets/" + ticket + "/notes/new").andExpect(content().string(not(containsString("fields["))));
        var typed = Map.of("call", "received", "other", "Signora Conti", "fields[Minuti]", "tre");
        var before = latest();
        write("calls", typed)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Alcuni campi non sono in ordine: Esito, Minuti."),
                                containsString("id=\"field-Esito-problem\">Questo campo è obbligatorio."),
                                containsString("value=\"tre\""))));
        assertThat(latest()).isEqualTo(before);
        see(LAURA, "/tickets/" + ticket + "/calls/new").andExpect(content().string(containsString("value=\"tre\"")));

        write("calls", Map.of("call", "received", "other", "Conti", "fields[Esito]", option("Occupato")))
                .andExpect(status().isSeeOther());
        var shown = containsString("<dt>Esito</dt><dd>Occupato</dd>");
        see(LAURA, "/tickets/" + ticket + "?article=" + (before + 1))
                .andExpect(content().string(shown));
        see(LAURA, "/tickets/" + ticket + "?view=conversation")
                .andExpect(content().string(shown));
        see(LAURA, "/tickets/" + ticket + "?article=1").andExpect(content().string(not(shown)));
        see(LAURA, "/tickets/" + ticket + "/history")
                .andExpect(content().string(containsString("Esito dell’articolo: impostato su Occupato")));
    }

    @Test
    void whatever_is_mailed_asks_the_same_and_the_mail_says_nothing_of_it() throws Exception {
        field("Margine", Kind.LINE, "", Map.of(Screen.ANSWER, Use.MANDATORY, Screen.ARTICLE, Use.SHOWN));
        for (var form : new String[] {"answers", "mails", "forwards"}) {
            see(LAURA, "/tickets/" + ticket + "/" + form + "/new?article=1")
                    .andExpect(content().string(containsString("fields[Margine]")));
            var to = Map.of("to", "giulia@roccalba.example", "article", "1");
            write(form, to).andExpect(status().isUnprocessableContent());
            write(form, and(to, "fields[Margine]", "quattromila")).andExpect(status().isSeeOther());
        }
        assertThat(db.sql("select count(*) from article_field where text = 'quattromila'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(db.sql("select count(*) from letter l where l::text like '%quattromila%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_customer_reads_what_is_meant_for_customers_of_what_customers_read() throws Exception {
        field("Pratica", Kind.LINE, "", Map.of(Screen.NOTE, Use.SHOWN, Screen.PORTAL_ARTICLE, Use.SHOWN));
        field("Costo", Kind.LINE, "", Map.of(Screen.NOTE, Use.SHOWN, Screen.ARTICLE, Use.SHOWN));
        write("notes", Map.of("visible", "true", "fields[Pratica]", "P-1", "fields[Costo]", "99 euro"))
                .andExpect(status().isSeeOther());
        write("notes", Map.of("fields[Pratica]", "P-2", "fields[Costo]", "77 euro"))
                .andExpect(status().isSeeOther());
        web.perform(get("/portal/requests/" + ticket).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("<dt>Pratica</dt><dd>P-1</dd>"),
                                not(containsString("P-2")),
                                not(containsString("Costo")),
                                not(containsString("99 euro")))));
        assertThat(paper("")).contains("99 euro", "77 euro").doesNotContain("P-1");
        assertThat(paper("?internal=false")).contains("P-1").doesNotContain("P-2", "99 euro", "77 euro");
    }

    @Test
    void a_ticket_is_found_by_what_a_field_of_its_article_says() throws Exception {
        field("Esito", Kind.CHOICE, "Risposto\nOccupato", Map.of(Screen.NOTE, Use.SHOWN));
        field("Pratica", Kind.LINE, "", Map.of(Screen.NOTE, Use.SHOWN));
        write("notes", Map.of("fields[Pratica]", "AB/17", "fields[Esito]", option("Risposto")));
        see(LAURA, "/search").andExpect(content().string(containsString("Pratica (articolo)")));
        finds("Pratica", "ab/17", true);
        finds("Pratica", "ab/18", false);
        finds("Esito", option("Risposto"), true);
        finds("Esito", option("Occupato"), false);
        var csv = see(LAURA, "/search/export?field%5BPratica%5D=ab").andReturn().getResponse();
        assertThat(csv.getContentAsString(UTF_8)).contains(ticket.value()).doesNotContain("Pratica");
    }

    @Test
    void an_article_that_goes_into_another_ticket_takes_its_fields_along() throws Exception {
        field("Pratica", Kind.LINE, "", Map.of(Screen.NOTE, Use.SHOWN, Screen.ARTICLE, Use.SHOWN));
        write("notes", Map.of("fields[Pratica]", "P-7")).andExpect(status().isSeeOther());
        var noted = latest();
        var split = web.perform(post("/tickets/" + ticket + "/splits")
                        .param("article", "" + latest())
                        .param("title", "Altra cosa")
                        .param("queue", plants())
                        .with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        see(LAURA, Objects.requireNonNull(split) + "?article=1")
                .andExpect(content().string(containsString("<dd>P-7</dd>")));
        var writing = see(LAURA, "/tickets/" + ticket + "?article=" + noted);
        writing.andExpect(content().string(containsString("<dd>P-7</dd>")));
    }

    private static Map<String, String> and(Map<String, String> form, String name, String typed) {
        var all = new HashMap<>(form);
        all.put(name, typed);
        return all;
    }

    private void field(String key, Kind kind, String options, Map<Screen, Use> uses) {
        var settings = new FieldSettings(
                Subject.ARTICLE,
                key,
                kind,
                new Label(key, key),
                new Label("", ""),
                Limits.NONE,
                TypedOptions.of(options),
                uses,
                true);
        assertThat(keeping.add(settings, Authority.HOUSE)).isEqualTo(Outcome.done(key));
    }

    private ResultActions write(String form, Map<String, String> typed) throws Exception {
        var version = db.sql("select version::text from ticket where number = :number")
                .param("number", ticket.value())
                .query(String.class)
                .single();
        var request = post("/tickets/" + ticket + "/" + form)
                .param("version", version)
                .param("subject", "Sala fredda")
                .param("text", "Ecco.");
        typed.forEach(request::param);
        return web.perform(request.with(LoggedIn.as(cast.as(LAURA), db)));
    }

    private void finds(String field, String typed, boolean there) throws Exception {
        var found = containsString(">" + ticket.value());
        web.perform(get("/search").param("field[" + field + "]", typed).with(LoggedIn.as(cast.as(LAURA), db)))
                .andExpect(content().string(there ? found : not(found)));
    }

    private String option(String name) {
        return db.sql("select id::text from field_option where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private long latest() {
        return db.sql("select max(no) from article where ticket_id = (select id from ticket where number = :number)")
                .param("number", ticket.value())
                .query(Long.class)
                .single();
    }

    private String paper(String query) throws Exception {
        var pdf = see(LAURA, "/tickets/" + ticket + "/print" + query)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
