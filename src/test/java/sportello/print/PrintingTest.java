package sportello.print;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.mail.Company;
import sportello.mail.Logo;
import sportello.mail.OurCompany;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** Tickets on paper (S47, S75), read back from the PDF. */
@SportelloTest
@Transactional
class PrintingTest {
    private static final Path LOOK = Path.of("target", "print");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Noting noting;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private Printing printing;

    @Autowired
    private Printouts printouts;

    @Autowired
    private OurCompany company;

    private Cast cast;
    private TicketFile ticket;

    @BeforeEach
    void giulia_has_written_and_laura_has_noted() throws IOException {
        cast = Cast.onStage(db);
        company.change(new Company(
                "Valle Servizi",
                "Via Roma 1, 25047 Valdorsa",
                "info@valle.example",
                "0364 000 000",
                "",
                new Logo("image/png", Files.readAllBytes(Path.of("src/main/resources/demo/logo.png")))));
        var number = open("Costa € 1.200 – “città” perché è così 👍 \u4e2d");
        note(number, "Verifica", "CANARINO-INTERNO: il manutentore passa lunedì.", false);
        note(number, "Aggiornamento", "Abbiamo programmato l’intervento.", true);
        ticket = tickets.find(number, cast.as(LAURA)).orElseThrow();
    }

    @Test
    void the_document_says_which_ticket_it_is_who_issued_it_and_when() throws IOException {
        var pdf = printing.ticket(ticket, true, cast.as(LAURA));
        keep("ticket", pdf);

        assertThat(text(pdf))
                .contains("Valle Servizi", "Via Roma 1, 25047 Valdorsa")
                .contains("Ticket#" + ticket.number(), LibraryStory.TITLE)
                .containsPattern("Data di emissione\\s+\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d")
                .containsPattern("Emesso da\\s+Laura Bassi")
                .containsPattern("Cliente\\s+Comune di Roccalba")
                .containsPattern("Responsabile\\s+Carla Neri")
                .contains("pagina 1 di 1");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Ticket#" + ticket.number() + " - " + LibraryStory.TITLE);
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Laura Bassi");
            assertThat(document.getDocumentInformation().getCreationDate()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("it-IT");
        }
    }

    @Test
    void articles_stand_oldest_first_under_their_headings_with_their_files_by_name() throws IOException {
        assertThat(text(printing.ticket(ticket, true, cast.as(LAURA))))
                .containsSubsequence(
                        "#1 - " + LibraryStory.TITLE + " - Giulia Moretti - ",
                        " via Portale",
                        "Allegati: piantina.txt",
                        "#2 - creato - ",
                        "#3 - Verifica - Laura Bassi - ",
                        " via Nota interna",
                        "Interno: il cliente non lo vede",
                        "CANARINO-INTERNO",
                        "#4 - Aggiornamento - Laura Bassi - ",
                        "Abbiamo programmato l’intervento.");
    }

    @Test
    void every_sign_is_drawn_and_what_no_font_has_becomes_a_box() throws IOException {
        assertThat(text(printing.ticket(ticket, true, cast.as(LAURA))))
                .contains("Costa € 1.200 – “città” perché è così 👍")
                .contains("\u25AF")
                .doesNotContain("\u4e2d");
    }

    @Test
    void a_customers_document_holds_nothing_internal() throws IOException {
        var text = text(printing.ticket(ticket, false, cast.as(LAURA)));

        assertThat(text)
                .contains("#1 - ", "#4 - Aggiornamento")
                .doesNotContain("CANARINO", "Interno", "Responsabile", "Proprietario", "Priorità", "Coda");
    }

    @Test
    void one_article_is_printed_alone() throws IOException {
        var pdf = printing.article(ticket, 4, cast.as(LAURA)).orElseThrow();

        assertThat(text(pdf))
                .contains("Valle Servizi", "Via Roma 1, 25047 Valdorsa")
                .contains("Ticket#" + ticket.number(), "#4 - Aggiornamento", "Abbiamo programmato l’intervento.")
                .containsPattern("Data di emissione\\s+\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d")
                .containsPattern("Emesso da\\s+Laura Bassi")
                .contains("pagina 1 di 1")
                .doesNotContain("CANARINO", "#1 - ", "Responsabile");
        assertThat(printing.article(ticket, 99, cast.as(LAURA))).isEmpty();
    }

    @Test
    void the_service_stands_on_the_desks_document_and_on_the_customers_if_they_know_it() throws IOException {
        var service = db.sql("insert into service (name) values ('Acquedotto › Perdite') returning id")
                .query(Long.class)
                .single();
        db.sql("update ticket set service_id = :service where id = :ticket")
                .param("service", service)
                .param("ticket", ticket.id().value())
                .update();
        ticket = tickets.find(ticket.number(), cast.as(LAURA)).orElseThrow();

        assertThat(text(printing.ticket(ticket, true, cast.as(LAURA)))).contains("Acquedotto › Perdite");
        assertThat(text(printing.ticket(ticket, false, cast.as(LAURA)))).doesNotContain("Acquedotto");
        db.sql("update service set for_customers = true").update();
        assertThat(text(printing.ticket(ticket, false, cast.as(LAURA)))).contains("Acquedotto › Perdite");
    }

    @Test
    void all_fonts_travel_inside_the_document() throws IOException {
        try (var document = Loader.loadPDF(printing.ticket(ticket, true, cast.as(LAURA)))) {
            assertThat(fonts(document)).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
        }
    }

    @Test
    void long_words_and_long_texts_go_on_over_the_edge_of_line_and_page() throws IOException {
        var number = open("W".repeat(700) + "\n" + "Riga di testo lunga quanto basta per un capoverso. ".repeat(300));
        var pdf = printing.ticket(tickets.find(number, cast.as(LAURA)).orElseThrow(), true, cast.as(LAURA));
        keep("long", pdf);

        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (var page = 1; page <= pages; page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("pagina " + page + " di " + pages);
            }
            assertThat(new PDFTextStripper()
                            .getText(document)
                            .chars()
                            .filter(c -> c == 'W')
                            .count())
                    .isEqualTo(700);
        }
    }

    @Test
    void a_long_ticket_is_drawn_by_its_job_which_says_how_far_it_is() throws IOException {
        db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, created_at)
                select :ticket, no, 'customer', 'portal', true, 'Giulia Moretti', 'Ancora ' || no, 'Sollecito.', now()
                  from generate_series(5, 130) no
                """).param("ticket", ticket.id().value()).update();
        assertThat(printing.isLong(printing.length(ticket, true))).isTrue();

        var id = printouts.begin(ticket, true, cast.as(LAURA));
        var wanted = printouts.find(id, cast.as(LAURA)).orElseThrow();
        printouts.draw(id);
        var drawn = printouts.find(id, cast.as(LAURA)).orElseThrow();

        assertThat(wanted.isFinished()).isFalse();
        assertThat(wanted.articles()).isEqualTo(130);
        assertThat(wanted.done()).isZero();
        assertThat(drawn.isFinished()).isTrue();
        assertThat(drawn.done()).isEqualTo(130);
        assertThat(staged(id)).isTrue();
        assertThat(printouts.find(id, cast.as(PIERO))).isEmpty();
    }

    private boolean staged(PrintoutId id) {
        return db.sql("""
                select exists (select 1 from scheduled_tasks where task_name = 'draw-printout' and task_instance = :id)
                """).param("id", "" + id.value()).query(Boolean.class).single();
    }

    private TicketNumber open(String text) {
        var giulia = cast.as(GIULIA);
        var plan =
                new Upload("piantina.txt", "text/plain", 8, () -> new ByteArrayInputStream("piantina".getBytes(UTF_8)));
        var opened = opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT + "\n\n" + text),
                new Uploads(List.of(plan)));
        if (opened instanceof Outcome.Done(var number)) return number;
        throw new AssertionError("refused");
    }

    private void note(TicketNumber number, String subject, String text, boolean visible) {
        noting.note(number, new Title(subject), new Message(text), visible, Uploads.NONE, cast.as(LAURA));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> fonts(PDDocument document) {
        return StreamSupport.stream(document.getPages().spliterator(), false)
                .flatMap(page -> names(page.getResources().getFontNames()).map(name -> {
                    try {
                        return page.getResources().getFont(name).getName();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .distinct()
                .collect(Collectors.toList());
    }

    private static Stream<COSName> names(Iterable<COSName> names) {
        return StreamSupport.stream(names.spliterator(), false);
    }

    /** To be looked at. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Files.createDirectories(LOOK);
        Files.write(LOOK.resolve(name + ".pdf"), pdf);
    }
}
