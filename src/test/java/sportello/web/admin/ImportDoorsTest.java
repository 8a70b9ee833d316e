package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;

import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.customer.Customers;
import sportello.identity.LoggedIn;

/** Where administrators bring customers from a file. */
@SportelloTest
@Transactional
class ImportDoorsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Customers customers;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_file_shows_what_it_would_do_and_then_does_it() throws Exception {
        var text = "codice;nome;città\r\nLAGO;Comune del Lago;Città del Lago\r\nROCCALBA;Roccalba;Roccalba\r\n;X;\r\n";
        var page = uploaded(text)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Importa 2 righe"),
                                containsString("«Comune di Roccalba» → «Roccalba»"),
                                containsString("Città del Lago"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(customers.byCode("LAGO")).isEmpty();
        var seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();

        web.perform(post("/admin/imports")
                        .param("kind", "CUSTOMERS")
                        .param("text", text)
                        .param("seen", seen.group(1))
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isSeeOther());
        assertThat(customers.byCode("LAGO"))
                .get()
                .satisfies(customer -> assertThat(customer.city()).isEqualTo("Città del Lago"));
    }

    @Test
    void whoever_reads_english_reads_what_changes_in_english() throws Exception {
        db.sql("update agent set language = 'en' where id = :anna")
                .param("anna", cast.id(ANNA).value())
                .update();
        uploaded("codice;nome;valido\r\nROCCALBA;Comune di Roccalba;no\r\n")
                .andExpect(content().string(allOf(containsString(">valid</span>"), containsString("“yes” → “no”"))));
        uploaded("code;city\r\nLAGO;Lago\r\n").andExpect(content().string(containsString("“nome / name”")));
    }

    @Test
    void what_a_file_says_is_text_and_nothing_else() throws Exception {
        uploaded("codice;nome\r\nX;<script>alert(1)</script>\r\n=1+1;'=HYPERLINK(\"\"x\"\")\r\n")
                .andExpect(content()
                        .string(allOf(containsString("&lt;script&gt;"), not(containsString("<script>alert")))));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused() throws Exception {
        uploaded("codice;città\r\nLAGO;Lago\r\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Manca la colonna «nome / name».")));
    }

    @Test
    void what_was_never_shown_is_not_done() throws Exception {
        web.perform(post("/admin/imports")
                        .param("kind", "CUSTOMERS")
                        .param("text", "codice;nome\nLAGO;Comune del Lago")
                        .param("seen", "")
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("guardi di nuovo")));
        assertThat(customers.byCode("LAGO")).isEmpty();
    }

    /** As Excel saves it. */
    private ResultActions uploaded(String text) throws Exception {
        return web.perform(multipart("/admin/imports/preview")
                .file(new MockMultipartFile("file", "clienti.csv", "text/csv", text.getBytes(WINDOWS)))
                .param("kind", "CUSTOMERS")
                .with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
