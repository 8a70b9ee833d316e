package sportello.postmaster;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import sportello.jobs.Jobs;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailArrived;
import sportello.mailbox.MailboxId;

/**
 * Calls the sorting when a mail has come in. The call follows the commit: a job that is just ending looks once more after
 * its end, and so either the call or the job sees the mail. A call that is lost with the program is made good by a round.
 */
@Component
class SortingCalls {
    private final Jobs jobs;
    private final Arrivals arrivals;

    SortingCalls(Jobs jobs, Arrivals arrivals) {
        this.jobs = jobs;
        this.arrivals = arrivals;
    }

    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void came(MailArrived mail) {
        jobs.stage(SortingJob.of(mail.mailbox()));
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
