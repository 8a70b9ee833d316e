package sportello;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import sportello.mailbox.MailUnfit;
import sportello.mailbox.Piping;

/**
 * {@code sportello mail < file}: hands one mail to the desk that is running. It visits the desk's database and starts
 * nothing; it ends with 0 once the mail is committed, and if not, with the code by which mail programs try again later, or with
 * the one by which they do not where that would be in vain.
 */
final class MailPipe {
    static final String COMMAND = "mail";

    private static final int KEPT = 0;
    /** EX_DATAERR of sysexits.h. */
    private static final int NEVER = 65;
    /** EX_TEMPFAIL. */
    private static final int LATER = 75;

    private MailPipe() {}

    static int run(InputStream mail, PrintStream complaints, String... settings) {
        try (var visit = Guest.visiting(Visit.class, settings)) {
            visit.getBean(Piping.class).take(mail);
            return KEPT;
        } catch (MailUnfit e) {
            return complained(e, complaints, NEVER);
        } catch (IOException | RuntimeException e) {
            return complained(e, complaints, LATER);
        }
    }

    private static int complained(Exception why, PrintStream complaints, int code) {
        complaints.println("The mail was not kept: " + why.getMessage());
        return code;
    }

    /** As little of the house as keeping a mail takes. */
    @Guest.Rooms({
        "sportello.settings",
        "sportello.audit",
        "sportello.storage",
        "sportello.database",
        "sportello.jobs",
        "sportello.mailbox"
    })
    static class Visit {}
}
