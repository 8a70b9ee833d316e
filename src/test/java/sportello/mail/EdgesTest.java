package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_line_of_a_head_is_cut_behind_two_hundred_and_fifty_signs() {
        for (var fits : List.of(249, 250))
            assertThat(HeaderText.clean("x".repeat(fits))).isEqualTo("x".repeat(fits));
        assertThat(HeaderText.clean("x".repeat(251))).isEqualTo("x".repeat(249) + "…");
    }

    @Test
    void of_more_than_twenty_mails_of_a_thread_the_first_and_the_latest_stay() {
        for (var fits : List.of(19, 20)) assertThat(thread(fits).references()).isEqualTo(ids(fits));
        assertThat(thread(21).references())
                .hasSize(20)
                .startsWith(ids(1).getFirst())
                .endsWith(ids(21).getLast())
                .doesNotContain(ids(2).getLast());
    }

    @Test
    void what_a_server_says_is_cut_behind_a_thousand_signs() {
        for (var fits : List.of(999, 1000))
            assertThat(SmtpReplies.clean("x".repeat(fits))).hasSize(fits);
        assertThat(SmtpReplies.clean("x".repeat(1001))).hasSize(1000);
    }

    @Test
    void a_logo_has_two_hundred_thousand_bytes_at_most() {
        for (var fits : List.of(199_999, 200_000))
            assertThat(new Logo("image/png", new byte[fits])).isNotNull();
        assertThatThrownBy(() -> new Logo("image/png", new byte[200_001])).isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter thread(int many) {
        var plain = Given.letter("x");
        return new Letter(plain.to(), "x", plain.body(), null, ids(many), false);
    }

    private static List<MessageId> ids(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> new MessageId("<" + number + "@altrove.example>"))
                .toList();
    }
}
