package sportello.mailbox;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import sportello.storage.Files;

/** Takes a mail that another program hands over through a pipe. */
@Component
public class Piping {
    private final MailboxSql mailboxes;
    private final Receiving receiving;
    private final Files files;
    private final Limits limits;

    Piping(MailboxSql mailboxes, Receiving receiving, Files files, Limits limits) {
        this.mailboxes = mailboxes;
        this.receiving = receiving;
        this.files = files;
        this.limits = limits;
    }

    /**
     * Returns when the mail is committed; the desk that runs beside finds it within seconds.
     *
     * @throws MailUnfit if it is empty, or too large
     */
    public void take(InputStream mail) throws IOException {
        try (var spool = files.spool()) {
            var upTo = new UpTo(spool.sink(), limits.largest());
            mail.transferTo(upTo);
            if (upTo.isOver()) throw new MailUnfit("the mail is larger than " + limits.largest() + " bytes");
            if (spool.size() == 0) throw new MailUnfit("the mail is empty");
            receiving.piped(mailboxes.brought(), spool);
        }
    }
}
