package sportello;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sportello.database.TestDatabase;

/** One mail through the pipe: 0 means it is kept, anything else that it may come again. */
class MailPipeTest {
    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void a_mail_is_kept_before_the_pipe_says_so_and_once_if_it_comes_again() {
        assertThat(pipe("Subject: dal tubo\r\n\r\nx\r\n")).isZero();
        assertThat(pipe("Subject: dal tubo\r\n\r\nx\r\n")).isZero();

        assertThat(arrivals()).isEqualTo(1);
        assertThat(complaints.toString(UTF_8)).isEmpty();
    }

    @Test
    void nothing_is_no_mail() {
        assertThat(pipe("")).isEqualTo(75);
        assertThat(arrivals()).isZero();
        assertThat(complaints.toString(UTF_8)).contains("empty");
    }

    @Test
    void without_a_desk_it_may_come_again(@TempDir Path home) {
        var code = MailPipe.run(
                new ByteArrayInputStream("x".getBytes(US_ASCII)),
                new PrintStream(complaints, true, UTF_8),
                "--sportello.home=" + home,
                "--sportello.database.url=");

        assertThat(code).isEqualTo(75);
    }

    private int pipe(String mail) {
        return MailPipe.run(
                new ByteArrayInputStream(mail.getBytes(US_ASCII)),
                new PrintStream(complaints, true, UTF_8),
                "--sportello.database.url=" + database.url(),
                "--sportello.database.user=" + database.user(),
                "--sportello.database.password=" + database.password());
    }

    private long arrivals() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                .sql("select count(*) from arrival where not announced")
                .query(Long.class)
                .single();
    }
}
