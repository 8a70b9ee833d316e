package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    @Test
    void of_a_long_thread_the_first_and_the_latest_mails_are_named() {
        var thread = IntStream.range(0, 500)
                .mapToObj(i -> new MessageId("<" + i + "@example.it>"))
                .toList();

        var letter =
                new Letter(new Recipient("", "a@b.it"), "Oggetto\r\nX: y", new LetterBody("", ""), null, thread, true);

        assertThat(letter.references())
                .hasSize(20)
                .startsWith(thread.getFirst())
                .endsWith(thread.getLast());
        assertThat(letter.subject()).isEqualTo("Oggetto X: y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "<a@b", "<a b@c>", "<a@b>\r\nBcc: x", "<a>", "<a@b@c>", "<a@b><c@d>", "<à@b>"})
    void a_message_id_has_its_form(String value) {
        assertThatThrownBy(() -> new MessageId(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
