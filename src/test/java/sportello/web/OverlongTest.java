package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Language;

/** What holds more than it takes is marked, on whichever page, and nothing else changes. */
class OverlongTest {
    private final Shell shell = Pages.shell(null, Language.ITALIAN, Instant.EPOCH, "/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>maxlength=\"1\" value=\"abc\"</p>",
                "<input name=\"a\" maxlength=\"3\" value=\"&#34;&amp;&lt;\">",
                "<input name=\"a\" value=\"abcd\">",
                "<input name=\"a\" maxlength=\"3\">",
                "<input data-x-value=\"abcd\" maxlength=\"3\" value=\"abc\"> abcd",
                "<input maxlength=\"3\" value=\"abcd\" aria-invalid=\"true\" aria-describedby=\"x\">",
                "<textarea maxlength=\"3\">\na\r\nc</textarea>",
                "<textarea>\nabcd</textarea>",
                "<textarea maxlength=\"99\">&lt;input maxlength=\"1\" value=\"abc\"></textarea>"
            })
    void what_fits_stays_as_it_is(String page) {
        assertThat(Overlong.marked(page, shell)).isEqualTo(page);
    }

    @Test
    void what_does_not_fit_says_so_beside_each_field() {
        assertThat(Overlong.marked(
                        "<label><input value=\"a>bc\" maxlength=\"3\" aria-describedby=\"hint\"></label>"
                                + "<textarea maxlength=\"2\" name=\"b\">\nabc</textarea>.",
                        shell))
                .isEqualTo("<label><input value=\"a>bc\" maxlength=\"3\" aria-describedby=\"hint too-long-1\""
                        + " aria-invalid=\"true\"><span class=\"problem\" id=\"too-long-1\">"
                        + "Al massimo 3 caratteri; questi sono 4.</span></label>"
                        + "<textarea maxlength=\"2\" name=\"b\" aria-describedby=\"too-long-2\" aria-invalid=\"true\">\nabc"
                        + "</textarea><span class=\"problem\" id=\"too-long-2\">"
                        + "Al massimo 2 caratteri; questi sono 3.</span>.");
    }
}
