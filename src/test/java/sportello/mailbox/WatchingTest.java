package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** What a mailbox's card says went wrong. */
class WatchingTest {

    @Test
    void the_innermost_cause_that_says_something_is_told() {
        var refused = new IOException("failed", new ConnectException("Connection refused"));
        assertThat(Watching.words(refused)).isEqualTo("Connection refused");
        assertThat(Watching.words(new IOException("failed", new IOException()))).isEqualTo("failed");
        assertThat(Watching.words(new IOException())).isEqualTo("IOException");
    }

    @Test
    void a_name_that_nobody_knows_is_told_as_such() {
        var unknown = new IOException("imap.x.example", new UnknownHostException("imap.x.example"));
        assertThat(Watching.words(unknown)).isEqualTo("unknown host imap.x.example");
    }
}
