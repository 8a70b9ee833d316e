package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.database.TestDatabase;

/** The book is proved from outside, while the desk runs. */
class AuditCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_whole_book_is_said_to_be_whole() {
        var database = TestDatabase.fresh();
        assertThat(verify(
                        "--sportello.database.url=" + database.url(),
                        "--sportello.database.user=" + database.user(),
                        "--sportello.database.password=" + database.password()))
                .isZero();
        assertThat(said.toString(UTF_8)).contains("The book is whole");
    }

    @Test
    void without_a_desk_nothing_is_said_of_it(@TempDir Path home) {
        assertThat(verify("--sportello.home=" + home, "--sportello.database.url="))
                .isEqualTo(69);
        assertThat(said.toString(UTF_8)).contains("The book cannot be read");
    }

    @Test
    void whatever_else_is_asked_is_answered_with_the_right_question() {
        assertThat(AuditCommand.run(List.of("erase"), out(), out())).isEqualTo(64);
        assertThat(said.toString(UTF_8)).contains("Usage: sportello audit verify");
    }

    private int verify(String... settings) {
        return AuditCommand.run(List.of("verify"), out(), out(), settings);
    }

    private PrintStream out() {
        return new PrintStream(said, true, UTF_8);
    }
}
