package sportello.postmaster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import sportello.jobs.Jobs;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailArrived;
import sportello.mailbox.MailboxId;

/**
 * Calls the sorting when a mail has come in. The call follows the commit: a job that is just ending looks once more after
 * its end, and so either the call or the job sees the mail. A call that is lost with the program is made good by a round.
 * As long as the job is at work in this program there is no need to call, and whoever brings mail waits for nothing.
 */
@Component
class SortingCalls {
    private static final Logger log = LoggerFactory.getLogger(SortingCalls.class);

    private final Jobs jobs;
    private final Arrivals arrivals;
    private final Set<MailboxId> atWork = ConcurrentHashMap.newKeySet();
    private final Set<MailboxId> called = ConcurrentHashMap.newKeySet();

    SortingCalls(Jobs jobs, Arrivals arrivals) {
        this.jobs = jobs;
        this.arrivals = arrivals;
    }

    /** One call is enough for all that came before it is made. */
    @TransactionalEventListener(fallbackExecution = true)
    void came(MailArrived mail) {
        var mailbox = mail.mailbox();
        if (!atWork.contains(mailbox) && called.add(mailbox))
            Thread.ofVirtual().name("sorting-call").start(() -> call(mailbox));
    }

    /** Beside whoever brought the mail and still holds a connection: if all asked for a second, all would wait. */
    private void call(MailboxId mailbox) {
        called.remove(mailbox);
        try {
            jobs.stage(SortingJob.of(mailbox));
        } catch (RuntimeException e) {
            log.warn("The sorting of mailbox {} could not be called, a round will: {}", mailbox.value(), e.toString());
        }
    }

    /** Does the job's work; the job looks once more when it has ended. */
    void during(MailboxId mailbox, Runnable work) {
        atWork.add(mailbox);
        try {
            work.run();
        } finally {
            atWork.remove(mailbox);
        }
    }

    /** For a mailbox whose job has just ended. */
    void again(MailboxId mailbox) {
        if (arrivals.isWaiting(mailbox)) jobs.stage(SortingJob.of(mailbox));
    }

    /** For all mailboxes of which mails wait. */
    void round() {
        for (var mailbox : arrivals.withWaiting()) jobs.stage(SortingJob.of(mailbox));
    }
}
