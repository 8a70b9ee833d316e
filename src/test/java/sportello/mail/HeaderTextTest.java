package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderTextTest {

    static List<String> injections() {
        return List.of(
                "Orari\r\nBcc: spia@evil.example",
                "Orari\nBcc: spia@evil.example",
                "Orari\rBcc: spia@evil.example",
                "Orari\r\n\r\n<script>",
                "Orari\u0000Bcc",
                "Orari\u0085Bcc",
                "Orari\u2028Bcc",
                "Orari\u2029Bcc",
                "Orari\u000bBcc\u000cX",
                "Orari\u001b[31m",
                "Orari \u202Egnp.exe",
                "Orari \uD83D half a sign");
    }

    @ParameterizedTest
    @MethodSource("injections")
    void nothing_ends_the_line(String hostile) {
        assertThat(HeaderText.clean(hostile))
                .startsWith("Orari")
                .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\u202e]");
    }

    @Test
    void accents_and_emoji_stay() {
        assertThat(HeaderText.clean(" Perché no? È così \uD83D\uDE04 ")).isEqualTo("Perché no? È così \uD83D\uDE04");
    }

    @Test
    void a_long_text_is_cut_between_signs() {
        var line = HeaderText.clean("\uD83D\uDE04".repeat(10_000));

        assertThat(line.codePointCount(0, line.length())).isEqualTo(250);
        assertThat(line).endsWith("\uD83D\uDE04…");
    }
}
