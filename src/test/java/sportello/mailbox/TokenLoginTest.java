package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in by token, as XOAUTH2 says it. */
class TokenLoginTest {
    private static final String USER = "assistenza@valle.example";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final Connecting connecting = new Connecting(Limits.USUAL);

    private int port;

    @BeforeEach
    void open() {
        server.start();
        port = server.getImap().getPort();
        server.setUser(USER, USER, "ya29.token");
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void a_good_token_opens_the_mailbox() throws IOException {
        try (var box = open(Login.byToken("ya29.token"))) {
            assertThat(box.waiting(0, Set.of())).isEmpty();
        }
    }

    @Test
    void a_token_or_password_that_is_not_taken_is_a_refusal_and_is_not_repeated_in_words() {
        assertThatThrownBy(() -> open(Login.byToken("stale-token")))
                .isInstanceOf(LoginRefused.class)
                .extracting(Watching::words)
                .asString()
                .isNotBlank()
                .doesNotContain("stale-token");
        assertThatThrownBy(() -> open(Login.byPassword("wrong-password")))
                .isInstanceOf(LoginRefused.class)
                .extracting(Watching::words)
                .asString()
                .doesNotContain("wrong-password");
    }

    @Test
    void a_server_that_is_not_there_is_no_refusal_of_the_token() {
        server.stop();

        assertThatThrownBy(() -> open(Login.byToken("ya29.token")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(LoginRefused.class);
    }

    private OpenBox open(Login login) throws IOException {
        var access = new Access(Protocol.IMAP, "127.0.0.1", port, Security.NONE, "", USER, Access.INBOX);
        return connecting.open(access, login, true, new Patience(Thread.currentThread()));
    }
}
