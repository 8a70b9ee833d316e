package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads mails, whatever they are. */
@Component
public class MailReader {

    private final Clock clock;
    private final Limits limits;

    @Autowired
    public MailReader(Clock clock) {
        this(clock, Limits.STANDARD);
    }

    MailReader(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Reads a mail. That its bytes cannot be had, or that the disk is full, says nothing about the mail and is thrown as
     * {@link UncheckedIOException}.
     */
    public Reading read(MailSource raw) {
        var spool = new Spool(Deadline.in(limits.time()), limits.size());
        try (var bytes = raw.open()) {
            return new Reading.Unreadable("broken", clock.instant() + " " + first(spool, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            spool.close();
        }
    }

    private static long first(Spool spool, InputStream bytes) throws IOException {
        return spool.keep(bytes).size();
    }
}
