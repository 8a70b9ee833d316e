package sportello.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one mailbox as long as its lease holds, on a thread of its own: nobody else waits for its server. */
final class Keeper implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private final Lease lease;
    private final Reading reading;
    private final Watching watching;
    private final Limits limits;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private volatile Patience patience;
    private volatile boolean stopping;
    private int failures;

    Keeper(Lease lease, Reading reading, Watching watching, Limits limits) {
        this.lease = lease;
        this.reading = reading;
        this.watching = watching;
        this.limits = limits;
        this.thread =
                Thread.ofVirtual().name("mailbox-" + lease.mailbox().value()).unstarted(this);
        this.patience = new Patience(thread);
    }

    void start() {
        thread.start();
    }

    /** To be called often: a server that has used up its time is left. */
    void look() {
        if (patience.isOver()) patience.end();
    }

    /** Not to rest until the next look; whoever is at work looks once more after it. */
    void wake() {
        woken.release();
    }

    void stop() {
        stopping = true;
        patience.end();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    void join(Duration time) throws InterruptedException {
        thread.join(time);
    }

    @Override
    public void run() {
        while (!stopping) {
            patience = new Patience(thread);
            try {
                var hungUp = reading.session(lease, patience, () -> failures = 0);
                pause(hungUp ? limits.retrying().after(1) : limits.between());
            } catch (LeaseLost e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (stopping || isLost(e)) return;
                pause(limits.retrying().after(++failures));
            }
        }
    }

    /** Without the database nobody can be told; the log says so. Whoever ends us meanwhile waits until it is written. */
    private boolean isLost(Exception problem) {
        log.warn("Mailbox {} cannot be read: {}", lease.mailbox().value(), Watching.words(problem));
        try {
            patience.atLast(() -> watching.failing(lease, problem));
            return false;
        } catch (LeaseLost e) {
            return true;
        } catch (RuntimeException e) {
            log.warn("Nor can that be written down: {}", Watching.words(e));
            return false;
        }
    }

    private void pause(Duration time) {
        patience = new Patience(thread);
        try {
            if (!stopping && woken.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) woken.drainPermits();
        } catch (InterruptedException e) {
            // to stop, which the loop sees
        }
    }
}
