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

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
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
import sportello.SportelloTest;
import sportello.agent.CompanyDetails;
import sportello.agent.KeepingCompany;
import sportello.base.Html;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.mail.House;
import sportello.mail.LetterPaper;
import sportello.web.Letterhead;

/** Where administrators keep what the company puts on letters, pages and printouts. */
@SportelloTest
@Transactional
class CompanyDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private KeepingCompany keeping;

    @Autowired
    private LetterPaper paper;

    @Autowired
    private Letterhead letterhead;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        letterhead.renew();
    }

    @AfterEach
    void the_next_test_reads_anew() {
        letterhead.renew();
    }

    @Test
    void what_is_saved_stands_on_pages_letters_and_in_the_colour() throws Exception {
        send(form("name", "Valle Acque").param("footer", "P. IVA 01234567890").param("accent", "#B00020"))
                .andExpect(status().isSeeOther());

        as(get("/admin/company"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Valle Acque</title>"),
                                containsString("value=\"#b00020\""),
                                containsString("href=\"/company/colours?accent=b00020\""))));
        web.perform(get("/login")).andExpect(content().string(containsString("P. IVA 01234567890")));
        var letter = paper.wrap(Html.ofText("Buongiorno"), Language.ITALIAN);
        assertThat(letter.html()).contains("P. IVA 01234567890", "Valle Acque");
        assertThat(letter.text()).contains("P. IVA 01234567890");
        web.perform(get("/company/colours").param("accent", "b00020"))
                .andExpect(content().contentTypeCompatibleWith("text/css"))
                .andExpect(content().string(containsString("--accent: light-dark(#b00020, #")));
        web.perform(get("/company/colours").param("accent", "}</style>"))
                .andExpect(content().string(""));
    }

    @Test
    void the_house_has_a_language_and_a_zone_for_whoever_has_chosen_none() throws Exception {
        send(form("language", "en").param("zone", "America/New_York")).andExpect(status().isSeeOther());
        as(get("/admin/company"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<option value=\"en\" lang=\"en\" selected>"),
                                containsString("<option value=\"America/New_York\" selected>"))));
        as(get("/customers/users/new"))
                .andExpect(content().string(containsString("<option value=\"en\" lang=\"en\" selected>")));
        as(get("/admin/agents/new")).andExpect(content().string(containsString("<option value=\"en\" selected>")));

        send(form("name", "Valle")).andExpect(status().isSeeOther());
        assertThat(keeping.get().house())
                .as("of what is not said stays")
                .isEqualTo(new House(Language.ENGLISH, ZoneId.of("America/New_York")));
    }

    @Test
    void a_logo_comes_stays_and_goes() throws Exception {
        var png = picture("png", 40, 20);
        send(form("name", "Valle"), png).andExpect(status().isSeeOther());
        assertThat(Objects.requireNonNull(keeping.get().logo()).type()).isEqualTo("image/png");
        web.perform(get("/company/logo")).andExpect(content().bytes(png));

        send(form("name", "Valle due")).andExpect(status().isSeeOther());
        assertThat(keeping.get().hasLogo()).isTrue();
        send(form("name", "Valle due").param("bare", "true")).andExpect(status().isSeeOther());
        assertThat(keeping.get().hasLogo()).isFalse();
    }

    @Test
    void what_is_no_safe_picture_is_no_logo() throws Exception {
        for (var odd : List.of(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8),
                new byte[300_000],
                picture("bmp", 4, 4),
                picture("png", 4001, 1)))
            send(form("name", "Valle"), odd)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("un’immagine PNG, JPEG o GIF di al massimo 200 kB")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name   | ' '                 | Scriva il nome
            email  | chi                 | «chi» non è un indirizzo di posta
            url    | javascript:alert(1) | non è l’indirizzo di un sito
            accent | rosso               | «rosso» non è un colore
            accent | #ffcc00             | Il colore è troppo chiaro
            zone   | Luna/Mare           | Il fuso orario «Luna/Mare» non c’è
            """)
    void what_is_amiss_is_said_and_what_was_typed_comes_back(String field, String typed, String said) throws Exception {
        send(form(field, typed).param("phone", "0541 998877"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString(said), containsString("0541 998877"))));
        assertThat(keeping.get().phone()).isNotEqualTo("0541 998877");
    }

    @Test
    void who_corrects_what_somebody_else_has_corrected_is_told() throws Exception {
        var late = form("name", "Valle due");
        send(form("name", "Valle uno")).andExpect(status().isSeeOther());
        send(late)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Nel frattempo qualcuno")));
        assertThat(keeping.get().name()).isEqualTo("Valle uno");
    }

    @Test
    void without_a_colour_pages_ask_for_none() throws Exception {
        as(get("/admin/company")).andExpect(content().string(not(containsString("/company/colours"))));
    }

    @Test
    void the_use_case_asks_too_who_may() {
        var details = new CompanyDetails("Valle", "", "", "", "", "", "", Language.ITALIAN, "Europe/Rome");
        assertThat(keeping.correct(
                        keeping.version(), details, null, false, cast.as(LAURA).authority()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private MockMultipartHttpServletRequestBuilder form(String field, String value) {
        var form = multipart("/admin/company");
        form.param("version", "" + keeping.version()).param(field, value);
        if (!field.equals("name")) form.param("name", "Valle");
        return form;
    }

    private static byte[] picture(String kind, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, bytes);
        return bytes.toByteArray();
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return as(form);
    }

    private ResultActions send(MockMultipartHttpServletRequestBuilder form, byte[] logo) throws Exception {
        return as(form.file(new MockMultipartFile("logo", "logo.png", "image/png", logo)));
    }

    private ResultActions as(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
