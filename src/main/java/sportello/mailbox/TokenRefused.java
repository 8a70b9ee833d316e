package sportello.mailbox;

import java.io.IOException;

/** The provider gives us no token any more: the consent has ended, and a person has to give it anew. */
final class TokenRefused extends IOException {

    TokenRefused(String answer) {
        super("no token: " + answer);
    }
}
