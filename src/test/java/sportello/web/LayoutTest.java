package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import sportello.base.Language;

class LayoutTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:04:00Z");
    private static final ErrorPage MISSING = new ErrorPage(404, null);

    @Test
    void the_page_declares_its_language_and_theme() throws Exception {
        var shell = Pages.shell(Pages.laura(Language.ENGLISH, "dark"), Language.ENGLISH, NOW, "/agent");

        assertThat(Pages.render("layout-dark", "error", shell, MISSING))
                .contains("<html lang=\"en\" data-theme=\"dark\">", "Via Roma 1, 25047 Valdorsa");
    }

    @Test
    void nothing_in_a_page_stands_inline_but_the_import_map() throws Exception {
        var html = Pages.render("layout", "error", Pages.shell(null, Language.ITALIAN, NOW, "/"), MISSING);

        assertThat(html).doesNotContain("<style", " style=", " onclick", "javascript:");
        assertThat(html).contains("<script type=\"importmap\"", Pages.assets().importMap() + "</script>");
    }
}
