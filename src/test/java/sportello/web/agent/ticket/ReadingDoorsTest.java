package sportello.web.agent.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** Reading a ticket at its doors: print, conversation, files. */
@SportelloTest
@Transactional
class ReadingDoorsTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};
    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(UTF_8);

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Noting noting;

    private RequestPostProcessor laura;
    private TicketNumber number;
    private String address;

    @BeforeEach
    void giulia_has_sent_files_honest_and_lying() {
        var cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        var opened = opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT),
                new Uploads(List.of(
                        file("foto.png", "image/png", PNG),
                        file("bugia.png", "image/png", PAGE),
                        file("testo.txt", "text/plain", PAGE),
                        file("pagina.html", "text/html", PAGE),
                        file(
                                "disegno.svg",
                                "image/svg+xml",
                                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)),
                        file("orari.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8)),
                        file("modulo.pdf", "application/pdf", document()))));
        number = ((Outcome.Done<TicketNumber>) opened).value();
        address = "/tickets/" + number;
        noting.note(number, new Title("Verifica"), new Message("CANARINO"), false, Uploads.NONE, cast.as(LAURA));
        laura = LoggedIn.as(cast.as(LAURA), db);
    }

    @Test
    void the_ticket_comes_as_a_document_to_be_read_at_once() throws Exception {
        var response = web.perform(get(address + "/print").with(laura))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "private, no-store"))
                .andReturn()
                .getResponse();

        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("inline")
                .contains("ticket-" + number);
        assertThat(response.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(text(response.getContentAsByteArray())).contains("CANARINO");
    }

    @Test
    void the_customers_document_is_chosen_by_its_address() throws Exception {
        var pdf = web.perform(get(address + "/print?internal=false").with(laura))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(text(pdf)).contains(LibraryStory.TITLE).doesNotContain("CANARINO");
    }

    @Test
    void a_long_ticket_is_printed_in_the_background_and_its_page_says_how_far() throws Exception {
        db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, created_at)
                select id, no, 'customer', 'portal', true, 'Giulia Moretti', 'Ancora', 'Ancora', now()
                  from ticket, generate_series(4, 150) no
                 where number = :number
                """).param("number", number.value()).update();

        assertThat(html(address + "/print")).contains("150 comunicazioni", address + "/printouts");
        var progress = web.perform(post(address + "/printouts").with(laura))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(html(progress)).contains("0 di 150", "<progress", "data-controller=\"refresh\"");
        web.perform(get(progress + "/file").with(laura)).andExpect(status().isNotFound());
    }

    @Test
    void marking_leads_back_to_the_article() throws Exception {
        web.perform(post(address + "/articles/1/mark")
                        .param("important", "true")
                        .with(laura))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(address + "?article=1"));

        assertThat(html(address + "?article=1")).contains("aria-pressed=\"true\"", "importante");
        assertThat(html(address + "/history")).contains("Articolo n. 1 contrassegnato come importante.");
    }

    @Test
    void the_conversation_shows_what_was_written_newest_at_the_bottom() throws Exception {
        var html = html(address + "?view=conversation");

        assertThat(html)
                .containsSubsequence("Si richiede di variare", "creato", "Interno: il cliente non lo vede", "CANARINO")
                .doesNotContain("Mostra i precedenti");
    }

    @Test
    void a_long_conversation_comes_in_pieces() throws Exception {
        db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, created_at)
                select id, no, 'customer', 'portal', true, 'Giulia Moretti', 'Ancora', 'Voce ' || no || '.', now()
                  from ticket, generate_series(4, 80) no
                 where number = :number
                """).param("number", number.value()).update();

        assertThat(html(address + "?view=conversation"))
                .contains("Voce 80.", "Voce 51.", "Mostra i precedenti (50)", "before=51", "id=\"before-51\"")
                .doesNotContain("Voce 50.");
        assertThat(html(address + "?view=conversation&before=51"))
                .contains("Voce 50.", "Voce 21.", "Mostra i precedenti (20)", "<turbo-frame id=\"before-51\"")
                .doesNotContain("Voce 51.");
    }

    @Test
    void a_frame_that_asks_for_an_article_gets_no_more_than_that() throws Exception {
        var frame = web.perform(get(address + "?article=1")
                        .header("Turbo-Frame", "article")
                        .with(laura))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);

        assertThat(frame)
                .startsWith("<turbo-frame id=\"article\"")
                .contains("Si richiede di variare")
                .doesNotContain("<html", "Informazioni cliente");
    }

    @Test
    void all_files_stand_in_one_place() throws Exception {
        assertThat(html(address)).contains("Allegati del ticket (7)", address + "/attachments");
        assertThat(html(address + "/attachments"))
                .containsSubsequence("foto.png", "bugia.png", "testo.txt", "pagina.html", "disegno.svg", "orari.pdf")
                .contains("Anteprima di foto.png", "Anteprima di testo.txt", "Anteprima di modulo.pdf")
                .contains("<img src=\"" + file(1) + "/preview\"")
                .doesNotContain("Anteprima di pagina.html", "Anteprima di disegno.svg", "<img src=\"" + file(7));
    }

    @ParameterizedTest
    @CsvSource({"1, image/png", "3, text/plain;charset=utf-8", "7, image/png"})
    void pictures_and_texts_can_be_looked_at_in_a_cage(int position, String type) throws Exception {
        web.perform(get(file(position) + "/preview").with(laura))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", type))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", "inline"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                "default-src 'none'; base-uri 'none'; form-action 'none';"
                                        + " frame-ancestors 'self'; sandbox"));
        assertThat(html(file(position) + "/view")).contains(file(position) + "/preview");
    }

    @ParameterizedTest
    @CsvSource({
        "2, a page that says it is a picture",
        "4, a page",
        "5, a drawing that can hold scripts",
        "6, what only begins like a document"
    })
    void what_is_not_what_it_says_or_could_run_is_never_shown(int position, String what) throws Exception {
        web.perform(get(file(position) + "/preview").with(laura)).andExpect(status().isNotFound());
        assertThat(html(file(position) + "/view"))
                .as(what)
                .contains("Nessuna anteprima")
                .doesNotContain("/preview");
    }

    @Test
    void the_history_is_filtered_by_its_address() throws Exception {
        assertThat(html(address + "/history?kind=communication"))
                .contains("Nota interna aggiunta.")
                .doesNotContain("Ticket creato nella coda");
        assertThat(html(address + "/history?who=Giulia Moretti"))
                .contains("Ticket creato nella coda")
                .doesNotContain("Nota interna aggiunta.");
        assertThat(html(address + "/history?kind=people"))
                .contains("Nessuna riga corrisponde", "Storico integro: 2 righe");
    }

    private String file(int position) {
        var article = db.sql("select a.id from article a join ticket t on t.id = a.ticket_id"
                        + " where t.number = :number and a.no = 1")
                .param("number", number.value())
                .query(Long.class)
                .single();
        return "/articles/" + article + "/attachments/" + position;
    }

    private String html(String path) throws Exception {
        return web.perform(get(path).with(laura))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private static byte[] document() {
        try (var bytes = new ClassPathResource("demo/modulo-sopralluogo.pdf").getInputStream()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Upload file(String name, String type, byte[] bytes) {
        return new Upload(name, type, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
