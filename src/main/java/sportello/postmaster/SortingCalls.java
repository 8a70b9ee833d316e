package sportello.postmaster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final Jobs jobs;
    private final Arrivals arrivals;
    private final TransactionTemplate apart;
    private final Set<MailboxId> atWork = ConcurrentHashMap.newKeySet();

    SortingCalls(Jobs jobs, Arrivals arrivals, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.arrivals = arrivals;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void came(MailArrived mail) {
        if (!atWork.contains(mail.mailbox()))
            apart.executeWithoutResult(status -> jobs.stage(SortingJob.of(mail.mailbox())));
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
