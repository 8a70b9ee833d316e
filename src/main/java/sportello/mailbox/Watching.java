package sportello.mailbox;

import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.CleanText;

/** Writes down how mailboxes are, and calls out once when one stands still and once when it is back. */
@Component("watchingMailboxes")
class Watching {
    private static final int LONGEST = 500;

    private final HealthSql sql;
    private final ApplicationEventPublisher events;

    Watching(HealthSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Transactional
    void well(Lease lease) {
        var alarmed = sql.well(lease).orElseThrow(() -> new LeaseLost(lease));
        if (alarmed) events.publishEvent(new MailboxBack(lease.mailbox()));
    }

    @Transactional
    void failing(Lease lease, Exception problem) {
        sql.failing(lease, words(problem));
    }

    @Transactional
    void alarm(String node, Duration patience) {
        sql.alarm(node, patience).forEach(events::publishEvent);
    }

    /** What the server said, or what went wrong on the way to it: the innermost cause that says something. */
    static String words(Throwable problem) {
        var said = "";
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            var words = cause.getMessage();
            // The JDK says of a name that nobody knows no more than the name.
            if (words != null && !words.isBlank())
                said = cause instanceof UnknownHostException ? "unknown host " + words : words;
        }
        var line = CleanText.line(said.isEmpty() ? problem.getClass().getSimpleName() : said);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
