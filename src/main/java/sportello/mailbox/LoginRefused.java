package sportello.mailbox;

import java.io.IOException;

/** The server was reached, and does not let us in. */
final class LoginRefused extends IOException {

    LoginRefused(Exception answer) {
        super(answer.getMessage(), answer);
    }
}
