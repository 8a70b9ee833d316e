package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.audit.Book;
import sportello.audit.Change;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.reply.AnswerTemplate;
import sportello.reply.AnswerTemplates;
import sportello.reply.KeepingTemplates;
import sportello.reply.KeptTemplate;
import sportello.reply.Placeholders;
import sportello.reply.TemplateKind;
import sportello.ticket.Opening;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.Known;

/** Where administrators keep the prepared texts. */
@SportelloTest
@Transactional
class TemplateDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingTemplates keeping;

    @Autowired
    private AnswerTemplates offered;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private Opening opening;

    @Autowired
    private Book book;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from answer_template_queue").update();
        db.sql("delete from answer_template_file").update();
        db.sql("delete from answer_template").update();
    }

    @Test
    void a_new_template_is_offered_where_it_says_and_brings_its_files() throws Exception {
        send(form("/admin/templates", "Sopralluogo")
                        .file(file("modulo.pdf"))
                        .param("kind", "call")
                        .param("queue", "" + cast.id(Place.GUASTI).value()))
                .andExpect(status().isSeeOther());

        var found = offered.of(cast.id(Place.GUASTI), TemplateKind.CALL);
        assertThat(found).extracting(AnswerTemplate::name).containsExactly("Sopralluogo");
        assertThat(found.getFirst().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("modulo.pdf");
            assertThat(file.size()).isEqualTo(6);
        });
        assertThat(offered.of(cast.id(Place.GUASTI), TemplateKind.NOTE)).isEmpty();
        as(get("/admin/templates"))
                .andExpect(content()
                        .string(allOf(
                                containsString(">Sopralluogo</a>"),
                                containsString("modulo.pdf"),
                                containsString("telefonata"),
                                containsString("<span>Illuminazione::Guasti</span>"))));
    }

    @Test
    void what_is_corrected_and_made_invalid_counts_at_once_and_stands_in_the_book() throws Exception {
        send(form("/admin/templates", "Sopralluogo")
                .file(file("uno.pdf"))
                .file(file("due.pdf"))
                .param("kind", "answer"));
        var kept = only();
        send(form(address(kept), "Visita")
                        .param("version", "0")
                        .param("kind", "answer", "note")
                        .param("gone", "" + kept.files().getFirst().id()))
                .andExpect(status().isSeeOther());

        assertThat(only().files()).extracting(file -> file.name()).containsExactly("due.pdf");
        assertThat(book.read(new Sought(null, Topic.TEMPLATES, null, null, ""), null, 1)
                        .getFirst()
                        .changes())
                .containsExactlyInAnyOrder(
                        new Change("name", "Sopralluogo", "Visita"),
                        new Change("kinds", "answer", "answer, note"),
                        new Change("files", "uno.pdf, due.pdf", "due.pdf"));
        var invalid = multipart(address(kept));
        invalid.param("version", "1").param("name", "Visita").param("body", "x").param("kind", "answer");
        send(invalid).andExpect(status().isSeeOther());
        as(get("/admin/templates")).andExpect(content().string(containsString("non più valido")));
        send(invalid)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name | ' '                   | Scriva il nome del modello.
            name | ALTRO                 | Un modello «ALTRO» c’è già.
            body | ' '                   | Scriva il testo del modello.
            body | Per {{ticket.titel}}. | Non significano nulla: ticket.titel. Si possono usare: agent.first_name,
            body | {{customer_article.text[x]}} | Non si può chiedere customer_article.text[x]
            kind | none                  | Scelga almeno un modulo
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send(form("/admin/templates", "Altro").param("kind", "answer")).andExpect(status().isSeeOther());
        var form = multipart("/admin/templates");
        form.param("name", field.equals("name") ? typed : "Visita");
        form.param("body", field.equals("body") ? typed : "Passiamo domani.");
        form.param("kind", field.equals("kind") ? typed : "answer");
        send(form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(said), containsString("class=\"refusal\""))));
        assertThat(keeping.all()).hasSize(1);
    }

    @Test
    void more_than_ten_files_are_refused() throws Exception {
        send(brought(11))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("al massimo 10 allegati")));
        Edge.of("reply/KeepingTemplates.MOST_FILES")
                .isTheLast(many -> send(brought(many)).andReturn().getResponse().getStatus() == 303);
    }

    private static MockMultipartHttpServletRequestBuilder brought(int files) {
        var form = form("/admin/templates", "Sopralluogo " + files);
        form.param("kind", "answer");
        for (var number = 1; number <= files; number++) form.file(file(number + ".pdf"));
        return form;
    }

    @Test
    void a_preview_reads_as_the_ticket_says_and_names_what_means_nothing() throws Exception {
        var number = ticket();
        var form = multipart("/admin/templates/preview");
        form.param("name", "Visita").param("number", number.value());
        form.param("body", "{{customer_user.name}}: {{ticket.title}} {{ticket.titel}} ({{customer_article.text[1]}})");
        web.perform(form.with(LoggedIn.as(cast.as(LAURA), db))).andExpect(status().isNotFound());
        readableForAnna();
        send(form)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Giulia Moretti: " + LibraryStory.TITLE),
                                containsString("(Buongiorno,\n…)"),
                                containsString("Non significano nulla: ticket.titel"))));
        assertThat(keeping.all()).isEmpty();
    }

    @Test
    void a_ticket_that_the_administrator_cannot_read_gives_nothing_away() throws Exception {
        var number = ticket();
        db.sql("delete from agent_permission where agent_id = :anna")
                .param("anna", cast.id(ANNA).value())
                .update();
        var form = multipart("/admin/templates/preview");
        form.param("name", "Visita").param("number", number.value()).param("body", "{{ticket.title}}");
        send(form)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Nessun ticket che lei può leggere"),
                                not(containsString(LibraryStory.TITLE)))));
    }

    @Test
    void every_name_that_can_be_asked_for_stands_for_something() {
        readableForAnna();
        var ticket = tickets.find(ticket(), cast.as(ANNA)).orElseThrow();
        assertThat(Known.of(ticket, cast.as(ANNA)).keySet()).isEqualTo(Placeholders.OF_TICKETS);
        var all =
                Placeholders.OF_TICKETS.stream().map(name -> "{{" + name + "}}").collect(Collectors.joining());
        assertThat(Placeholders.in(all)).containsExactlyInAnyOrderElementsOf(Placeholders.OF_TICKETS);
    }

    @Test
    void the_use_case_asks_too_who_may() throws Exception {
        send(form("/admin/templates", "Sopralluogo").param("kind", "answer"));
        var kept = only();
        var by = cast.as(LAURA).authority();
        assertThat(keeping.add(kept.details(), List.of(), by)).isInstanceOf(Outcome.Refused.class);
        assertThat(keeping.correct(kept.id(), kept.version(), kept.details(), List.of(), List.of(), by))
                .isInstanceOf(Outcome.Refused.class);
    }

    private TicketNumber ticket() {
        var giulia = cast.as(Caller.GIULIA);
        return LibraryStory.askedBy(giulia, opening);
    }

    private void readableForAnna() {
        db.sql("""
                insert into agent_permission (agent_id, group_id, permission)
                select :anna, id, 'ro' from permission_group
                on conflict do nothing
                """).param("anna", cast.id(ANNA).value()).update();
    }

    private KeptTemplate only() {
        return keeping.all().getFirst();
    }

    private static String address(KeptTemplate kept) {
        return "/admin/templates/" + kept.id().value();
    }

    private static MockMultipartHttpServletRequestBuilder form(String address, String name) {
        var form = multipart(address);
        form.param("name", name)
                .param("body", "Passiamo domani per {{ticket.title}}.")
                .param("valid", "true");
        return form;
    }

    private static MockMultipartFile file(String name) {
        return new MockMultipartFile("files", name, "application/pdf", "modulo".getBytes(UTF_8));
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return as(form);
    }

    private ResultActions as(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
