package sportello.web.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.LAURA;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.identity.LoggedIn;
import sportello.ticket.Closing;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** What customers can do at their door, and what happens to what makes no sense. */
@SportelloTest
@Transactional
class PortalDoorsTest {
    private static final String SCRIPT = "<script>alert('x')</script>";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Noting noting;

    @Autowired
    private Closing closing;

    private Cast cast;
    private long before;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
        before = articles();
    }

    @Test
    void a_request_is_received_and_its_page_says_what_happens_now() throws Exception {
        var sent = web.perform(request(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT, file("orari.pdf")))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse();
        var address = Objects.requireNonNull(sent.getHeader("Location"));

        web.perform(get(address).with(LoggedIn.as(cast.as(GIULIA), db)).with(cookie(sent.getCookie(LoggedIn.NOTICE))))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Abbiamo ricevuto la sua richiesta"),
                                containsString(LibraryStory.TITLE),
                                containsString("Ricevuta"),
                                containsString("orari.pdf"))));
    }

    @Test
    void a_form_that_is_sent_twice_leads_to_the_same_request() throws Exception {
        var form = UUID.randomUUID().toString();
        var first =
                opened(request(GIULIA, "Termosifone freddo", "In sala lettura.").param("form", form));
        var second =
                opened(request(GIULIA, "Termosifone freddo", "In sala lettura.").param("form", form));
        var changed =
                opened(request(GIULIA, "Termosifone freddo", "In sala musica.").param("form", form));

        assertThat(second).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
    }

    @Test
    void a_request_without_a_title_comes_back_with_everything_that_was_typed() throws Exception {
        refused(request(GIULIA, " \u200B ", "Il lampione di via Roma è spento.", file("foto.jpg")))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"title-problem\">Scriva un titolo."),
                                containsString("Il lampione di via Roma è spento."),
                                containsString("Il file scelto non è stato inviato"))));
    }

    @Test
    void a_title_of_a_megabyte_and_a_text_of_five_come_back_whole() throws Exception {
        var title = "t".repeat(1_000_000);
        var text = "x".repeat(5_000_000);
        var page =
                refused(request(GIULIA, title, text)).andReturn().getResponse().getContentAsString();

        assertThat(page)
                .contains("Il titolo può avere al massimo 255 caratteri; questo ne ha 1.000.000.")
                .contains("Il testo può avere al massimo 200.000 caratteri; questo ne ha 5.000.000.")
                .contains("value=\"" + title + "\"")
                .contains(text + "</textarea>");
    }

    @Test
    void a_file_beyond_the_limit_is_named() throws Exception {
        refused(request(
                        GIULIA,
                        "Video",
                        "Eccolo.",
                        new MockMultipartFile("files", "C:\\video\\gita.mp4", "video/mp4", new byte[1]) {
                            @Override
                            public long getSize() {
                                return Uploads.LARGEST + 1;
                            }
                        }))
                .andExpect(content().string(containsString("Il file «gita.mp4» è troppo grande: il limite è 25 MB.")));
    }

    @Test
    void five_hundred_files_are_too_many() throws Exception {
        var request = request(GIULIA, "Foto", "Eccole.");
        for (var nth = 0; nth < 500; nth++) request.file(file("foto" + nth + ".jpg"));

        refused(request)
                .andExpect(content()
                        .string(allOf(
                                containsString("Si possono allegare al massimo 20 file per volta; questi sono 500."),
                                containsString("I 500 file scelti non sono stati inviati"))));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\temp\\orari.pdf, orari.pdf",
        "'orari 📅.pdf', 'orari 📅.pdf'",
        "'fattura\u202Efdp.exe', fatturafdp.exe",
        "'a\uFEFFb.txt', ab.txt",
    })
    void file_names_are_names_and_the_bytes_come_back(String given, String kept) throws Exception {
        var address = opened(request(GIULIA, "Un allegato", "Eccolo.", file(given)));

        var download = web.perform(get(attachment(address, kept)).with(LoggedIn.as(cast.as(PAOLO), db)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(
                                "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"))
                .andReturn()
                .getResponse();

        assertThat(download.getContentAsByteArray()).isEqualTo("contenuto".getBytes(UTF_8));
        assertThat(download.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .doesNotContain("\u202E", "/");
    }

    @Test
    void markup_in_every_field_stays_text() throws Exception {
        var name = "\"><img src=x onerror=alert(1)>.html";
        var address = opened(request(GIULIA, SCRIPT, SCRIPT, file(name)));
        var giulia = LoggedIn.as(cast.as(GIULIA), db);

        for (var page : new String[] {address, "/portal"}) {
            web.perform(get(page).with(giulia))
                    .andExpect(content()
                            .string(allOf(containsString("&lt;script&gt;"), not(containsString("<script>alert")))))
                    .andExpect(content().string(not(containsString("<img src=x"))));
        }
        before = articles();
        refused(request(GIULIA, SCRIPT + "a".repeat(300), SCRIPT))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void nobody_asks_for_an_organisation_that_is_not_theirs() throws Exception {
        refused(request(GIULIA, "Freddo", "In sala.")
                        .param(
                                "customer",
                                String.valueOf(cast.as(EMILY).customer().value())))
                .andExpect(content()
                        .string(containsString("id=\"customer-problem\">Non può scrivere per questo cliente.")));
    }

    @Test
    void a_request_is_for_a_service_of_those_that_are_for_customers() throws Exception {
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        web.perform(get("/portal/requests/new").with(giulia))
                .andExpect(content().string(not(containsString("id=\"service\""))));
        var leaks = service("Acquedotto › Perdite", true);
        var inside = service("Uffici della casa", false);
        web.perform(get("/portal/requests/new").with(giulia))
                .andExpect(content()
                        .string(allOf(
                                containsString(">Acquedotto › Perdite</option>"),
                                not(containsString("Uffici della")))));
        refused(request(GIULIA, "Freddo", "In sala.").param("service", "" + inside))
                .andExpect(content()
                        .string(containsString(
                                "id=\"service-problem\">Il servizio scelto non c’è più: ne scelga un altro.")));

        var address = opened(request(GIULIA, "Freddo", "In sala.").param("service", "" + leaks));

        web.perform(get(address).with(giulia))
                .andExpect(content().string(containsString("<span>Acquedotto › Perdite</span>")));
        db.sql("update ticket set service_id = :inside where number = :number")
                .param("inside", inside)
                .param("number", numberIn(address).value())
                .update();
        web.perform(get(address).with(giulia)).andExpect(content().string(not(containsString("Uffici della casa"))));
    }

    private long service(String name, boolean customers) {
        return db.sql("insert into service (name, for_customers) values (:name, :customers) returning id")
                .param("name", name)
                .param("customers", customers)
                .query(Long.class)
                .single();
    }

    @Test
    void a_foreign_number_is_not_there_in_any_way() throws Exception {
        var address = opened(request(GIULIA, "Freddo", "In sala.", file("foto.jpg")));
        var attachment = attachment(address, "foto.jpg");
        var emily = LoggedIn.as(cast.as(EMILY), db);

        for (var page : new String[] {address, attachment, "/portal/requests/1999010110000011", "/portal/requests/'"}) {
            web.perform(get(page).with(emily)).andExpect(status().isNotFound());
        }
        web.perform(multipart(address + "/replies").param("text", "Salve").with(emily))
                .andExpect(status().isNotFound());
        web.perform(get("/portal?scope=ours").with(emily)).andExpect(content().string(not(containsString("Freddo"))));
    }

    @Test
    void a_file_of_an_internal_note_is_not_there() throws Exception {
        var address = opened(request(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT));
        var secret =
                new Upload("preventivo.pdf", "application/pdf", 1, () -> new java.io.ByteArrayInputStream(new byte[1]));
        noting.note(
                numberIn(address),
                new Title("Nota"),
                new Message("Solo per noi"),
                false,
                new Uploads(java.util.List.of(secret)),
                cast.as(LAURA));

        web.perform(get(attachment(address, "preventivo.pdf")).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_reply_is_received() throws Exception {
        var address = opened(request(GIULIA, "Freddo", "In sala."));
        web.perform(reply(address, PAOLO, "Anche in corridoio.", file("foto.jpg")))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", address));

        web.perform(get(address).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Anche in corridoio."),
                                containsString("Paolo Galli"),
                                containsString("foto.jpg"))));
    }

    @Test
    void who_only_reads_a_reserved_request_finds_no_form_and_loses_no_words() throws Exception {
        var address = opened(request(GIULIA, "Ferie", "Quante ne restano?"));
        db.sql("update permission_group set reserved = true").update();
        db.sql("""
                insert into customer_right (group_id, customer_user_id, writes, ours)
                select id, :giulia, false, false from permission_group
                """).param("giulia", cast.id(GIULIA).value()).update();
        before = articles();

        web.perform(get(address).with(LoggedIn.as(cast.as(GIULIA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Quante ne restano?"),
                                containsString("lei può leggerla, ma non scriverci"),
                                not(containsString("id=\"reply\"")))));
        refused(reply(address, GIULIA, "Allora, quante?"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Questa richiesta è riservata"), containsString("Allora, quante?"))));
    }

    @Test
    void what_is_opened_in_a_reserved_group_leads_to_the_list_if_its_writer_does_not_see_it() throws Exception {
        db.sql("update permission_group set reserved = true").update();
        var sent = web.perform(request(GIULIA, "Ferie", "Quante ne restano?"))
                .andExpect(header().string("Location", "/portal"))
                .andReturn()
                .getResponse();
        web.perform(get("/portal").with(LoggedIn.as(cast.as(GIULIA), db)).with(cookie(sent.getCookie(LoggedIn.NOTICE))))
                .andExpect(content().string(containsString("in questo elenco non compare")));
    }

    @Test
    void a_reply_without_words_comes_back() throws Exception {
        var address = opened(request(GIULIA, "Freddo", "In sala."));
        before = articles();

        refused(reply(address, GIULIA, " ")).andExpect(content().string(containsString("Scriva un testo.")));
    }

    @Test
    void a_reply_to_what_is_closed_reopens_it_as_the_page_says_beforehand() throws Exception {
        var address = opened(request(GIULIA, LibraryStory.TITLE, LibraryStory.TEXT));
        closing.close(
                numberIn(address),
                0,
                State.CLOSED_SUCCESSFUL,
                new Title("Fatto"),
                new Message("Impostato."),
                true,
                cast.as(LAURA));
        var giulia = LoggedIn.as(cast.as(GIULIA), db);
        web.perform(get(address).with(giulia))
                .andExpect(content()
                        .string(allOf(
                                containsString("Risolta"),
                                containsString("La richiesta è chiusa. Se scrive, la riapriamo."))));

        web.perform(reply(address, GIULIA, "Non ancora.")).andExpect(status().isSeeOther());
        web.perform(get(address).with(giulia)).andExpect(content().string(containsString("Aperta")));
    }

    @Test
    void the_list_goes_on_from_a_place_and_from_nowhere_else() throws Exception {
        var emily = LoggedIn.as(cast.as(EMILY), db);

        web.perform(get("/portal?over=2026-11-03T09:00:00Z_2026110310000025").with(emily))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There are no further requests.")));
        web.perform(get("/portal?under_way=nonsense").with(emily)).andExpect(status().isBadRequest());
    }

    @Test
    void the_door_speaks_the_readers_language() throws Exception {
        web.perform(get("/portal").with(LoggedIn.as(cast.as(EMILY), db)))
                .andExpect(
                        content().string(allOf(containsString("How can we help?"), containsString("Valle Servizi"))));
        refused(request(EMILY, "", "Cold"))
                .andExpect(content().string(containsString("We have not received anything")));
    }

    /** Comes back with 422, and nothing was done. */
    private ResultActions refused(MockMultipartHttpServletRequestBuilder request) throws Exception {
        var result = web.perform(request)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("role=\"alert\"")));
        assertThat(articles()).isEqualTo(before);
        return result;
    }

    private String opened(MockMultipartHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request)
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse();
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private MockMultipartHttpServletRequestBuilder request(
            Caller caller, String title, String text, MockMultipartFile... files) {
        return form("/portal/requests", caller, text, files).param("title", title);
    }

    private MockMultipartHttpServletRequestBuilder reply(
            String address, Caller caller, String text, MockMultipartFile... files) {
        return form(address + "/replies", caller, text, files);
    }

    private MockMultipartHttpServletRequestBuilder form(
            String address, Caller caller, String text, MockMultipartFile... files) {
        var form = (MockMultipartHttpServletRequestBuilder)
                multipart(address).param("text", text).with(LoggedIn.as(cast.as(caller), db));
        for (var file : files) form.file(file);
        return form;
    }

    private static RequestPostProcessor cookie(@Nullable Cookie more) {
        return request -> {
            request.setCookies(Stream.concat(Arrays.stream(request.getCookies()), Stream.ofNullable(more))
                    .toArray(Cookie[]::new));
            return request;
        };
    }

    private static MockMultipartFile file(String name) {
        return new MockMultipartFile("files", name, "application/pdf", "contenuto".getBytes(UTF_8));
    }

    private String attachment(String address, String name) {
        return address + "/attachments/"
                + db.sql("""
                        select f.id
                          from attachment f
                          join article a on a.id = f.article_id
                          join ticket t on t.id = a.ticket_id
                         where t.number = :number and f.name = :name
                        """)
                        .param("number", numberIn(address).value())
                        .param("name", name)
                        .query(Long.class)
                        .single();
    }

    private static TicketNumber numberIn(String address) {
        return new TicketNumber(address.substring(address.lastIndexOf('/') + 1));
    }

    private long articles() {
        return db.sql("select count(*) from article").query(Long.class).single();
    }
}
