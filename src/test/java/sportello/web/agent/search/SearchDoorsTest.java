package sportello.web.agent.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Search through its doors, with whatever people type and other people have written. */
@SportelloTest
@Transactional
class SearchDoorsTest {
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\";\"Lampione\")";

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    private Cast cast;
    private RequestPostProcessor mario;

    @BeforeEach
    void mario_is_logged_in() {
        cast = Cast.alone(db);
        mario = LoggedIn.as(cast.as(MARIO), db);
    }

    @Test
    void a_search_shows_what_it_found_with_the_words_marked() throws Exception {
        var ticket = open("Lampione in via Donizetti", "Quattro lampioni <script>alert(1)</script> spenti.");

        assertThat(page("/search?q=donizetti%20lampione"))
                .contains("/tickets/" + ticket, "<mark>Donizetti</mark>", "<mark>lampioni</mark>", "1 ticket")
                .doesNotContain("<script>alert");
    }

    @Test
    void the_headings_sort_what_was_found() throws Exception {
        open("Lampione in via Donizetti", "Spento.");
        assertThat(page("/search?q=donizetti"))
                .contains(
                        "href=\"/search?q=donizetti&amp;sort=title&amp;direction=ascending\"",
                        "aria-sort=\"ascending\"")
                .doesNotContain("si ordinano anche per");
        assertThat(page("/search?q=donizetti&sort=title&direction=ascending"))
                .contains("href=\"/search?q=donizetti&amp;sort=title\"", "aria-sort=\"ascending\"");
        assertThat(page("/search?state=active&sort=title"))
                .contains("si ordinano anche per", "aria-sort=\"ascending\"");
    }

    @Test
    void the_number_of_a_ticket_leads_to_it() throws Exception {
        var ticket = open("Lampione", "Spento.");

        for (var typed : List.of(ticket.value(), "Ticket#" + ticket, "[Ticket#" + ticket + "] nuovo"))
            web.perform(get("/search").param("q", typed).with(mario))
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrl("/tickets/" + ticket));
        web.perform(get("/search").param("q", "2018091110000018").with(mario)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "&|!:*",
                "a & b",
                "lampione:*",
                "!lampione",
                "((",
                "\\",
                "\"",
                "-",
                "*",
                "🙂 lampione",
                "a\u0000b",
                "%",
                "_",
                "<script>",
                "to_tsquery('x')",
                ":q",
                "{0}",
                "${x}",
                "lampione\u202e",
                "\ud800"
            })
    void whatever_is_typed_is_looked_for_or_refused_in_words(String typed) throws Exception {
        for (var path : List.of("/search", "/search/suggestions")) {
            var status = web.perform(get(path).param("q", typed).with(mario))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as("%s %s", path, typed).isIn(200, 422);
        }
        web.perform(get("/search")
                        .param("customer", typed)
                        .param("file", typed)
                        .param("number", typed)
                        .with(mario))
                .andExpect(status().isOk());
    }

    @Test
    void a_search_of_ten_kilobytes_comes_back_with_a_word() throws Exception {
        var endless = "lampione ".repeat(1_200);

        web.perform(get("/search").param("q", endless).with(mario)).andExpect(status().isUnprocessableContent());
        web.perform(get("/search").param("file", endless).with(mario)).andExpect(status().isUnprocessableContent());
        web.perform(get("/search/suggestions").param("q", endless).with(mario)).andExpect(status().isOk());
        web.perform(get("/search/export").param("q", endless).with(mario)).andExpect(status().isSeeOther());
    }

    @Test
    void what_was_typed_comes_back_with_what_is_wrong() throws Exception {
        web.perform(get("/search")
                        .param("q", "lampione")
                        .param("createdFrom", "ieri")
                        .with(mario))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("«ieri» non è una data.")))
                .andExpect(content().string(containsString("value=\"lampione\"")));
        for (var field : List.of("queue", "state", "priority", "owner", "responsible"))
            web.perform(get("/search").param(field, "x'; drop table ticket").with(mario))
                    .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_search_is_kept_listed_and_forgotten() throws Exception {
        web.perform(post("/searches")
                        .param("q", "lampione -semaforo")
                        .param("owner", "me")
                        .param("name", "I miei lampioni")
                        .with(mario))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/searches"));
        assertThat(page("/searches")).contains("I miei lampioni", "/search?q=lampione+-semaforo&amp;owner=me");
        web.perform(get("/searches").with(LoggedIn.as(cast.as(PIERO), db)))
                .andExpect(content().string(not(containsString("I miei lampioni"))));

        web.perform(post("/searches").param("q", "lampione").param("name", " ").with(mario))
                .andExpect(status().isUnprocessableContent());

        web.perform(post("/searches/removal").param("name", "I miei lampioni").with(mario))
                .andExpect(status().isSeeOther());
        assertThat(page("/searches")).doesNotContain("I miei lampioni");
    }

    @Test
    void a_csv_opens_in_italian_excel_and_has_no_formula() throws Exception {
        open(FORMULA, "Lampione.");
        open("@SUM(1)", "Lampione.");
        open("+39 \"quattro\"; lampioni", "Lampione.");

        var file = web.perform(get("/search/export?format=csv&q=lampione").with(mario))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var text = new String(file, UTF_8);

        assertThat(text).startsWith("\uFEFF\"Ticket#\";\"Titolo\";");
        assertThat(text.lines()).hasSize(4);
        assertThat(text)
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"Lampione\"\")\"")
                .contains("\"'@SUM(1)\"")
                .contains("\"'+39 \"\"quattro\"\"; lampioni\"");
    }

    @Test
    void an_excel_file_holds_texts_as_texts_and_moments_as_moments() throws Exception {
        var ticket = open(FORMULA, "Lampione.");

        var file = web.perform(get("/search/export?format=xlsx&q=lampione").with(mario))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var sheet = sheet(file);

        assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
        assertThat(cells(sheet)).contains(ticket.value(), FORMULA, "Illuminazione::Guasti", "Nuovo");
        var title = (Element) sheet.getElementsByTagName("c").item(13);
        assertThat(title.getAttribute("r")).isEqualTo("B2");
        assertThat(title.getAttribute("t")).isEqualTo("inlineStr");
        var created = (Element) sheet.getElementsByTagName("c").item(21);
        assertThat(created.getAttribute("r")).isEqualTo("J2");
        assertThat(Double.parseDouble(created.getTextContent())).isGreaterThan(45_000);
    }

    @Test
    void an_unknown_format_is_not_found() throws Exception {
        web.perform(get("/search/export?format=exe&q=x").with(mario)).andExpect(status().isNotFound());
    }

    @Test
    void suggestions_are_options_that_lead_on() throws Exception {
        var ticket = open("Lampione in via <Donizetti>", "Spento.");

        assertThat(page("/search/suggestions?q=donizetti"))
                .contains("role=\"option\" data-address=\"/tickets/" + ticket, "via &lt;Donizetti&gt;")
                .doesNotContain("<html");
    }

    private String page(String address) throws Exception {
        return web.perform(get(URI.create(address)).with(mario))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static Document sheet(byte[] file) throws Exception {
        var workbook = Files.write(Files.createTempFile("export", ".xlsx"), file);
        try (var zip = new ZipFile(workbook.toFile())) {
            var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(sheet);
        } finally {
            Files.delete(workbook);
        }
    }

    private static List<String> cells(Document sheet) {
        var texts = new ArrayList<String>();
        var cells = sheet.getElementsByTagName("c");
        for (var i = 0; i < cells.getLength(); i++) texts.add(cells.item(i).getTextContent());
        return texts;
    }

    private TicketNumber open(String title, String text) {
        var giulia = cast.as(GIULIA);
        return ((Outcome.Done<TicketNumber>) opening.byPortal(
                        giulia, giulia.customer(), new Title(title), new Message("Lampada. " + text), Uploads.NONE))
                .value();
    }
}
