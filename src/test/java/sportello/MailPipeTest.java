package sportello;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sportello.database.TestDatabase;

/** One mail through the pipe: 0 means it is kept, 65 that it never will be, anything else that it may come again. */
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
    void what_will_never_do_is_not_to_come_again() {
        assertThat(pipe("")).isEqualTo(65);
        assertThat(pipe(new Signs(64L * 1024 * 1024 + 1))).isEqualTo(65);

        assertThat(arrivals()).isZero();
        assertThat(complaints.toString(UTF_8)).contains("the mail is empty", "the mail is larger than 67108864 bytes");
    }

    /** So many signs. */
    private static final class Signs extends InputStream {
        private long left;

        Signs(long many) {
            left = many;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int most) {
            if (left <= 0) return -1;
            var many = (int) Math.min(left, most);
            left -= many;
            return many;
        }
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
        return pipe(new ByteArrayInputStream(mail.getBytes(US_ASCII)));
    }

    private int pipe(InputStream mail) {
        return MailPipe.run(
                mail,
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
