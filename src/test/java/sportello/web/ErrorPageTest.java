package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sportello.base.Language;

class ErrorPageTest {

    static Stream<Integer> statuses() {
        return Stream.of(400, 403, 404, 405, 409, 413, 418, 500, 502, 503, 507);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void every_status_has_a_page_in_both_languages(int status) throws Exception {
        for (var language : Language.values()) {
            var shell = Pages.shell(null, language, Instant.EPOCH, "/");
            var html = Pages.render(
                    "error-" + status + "-" + language.code(), "error", shell, new ErrorPage(status, "0badcafe"));

            assertThat(html).contains("lang=\"" + language.code() + "\"", "<h1>", "0badcafe");
        }
    }
}
