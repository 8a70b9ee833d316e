package sportello.mailbox;

import java.io.IOException;

/** What was handed over is no mail that the desk keeps, however often it comes. */
public final class MailUnfit extends IOException {
    MailUnfit(String why) {
        super(why);
    }
}
