package sportello.postmaster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A few hands for the mails of all mailboxes: one more than there are processors, since each often waits for the disk. */
@Component
class Workers implements AutoCloseable {
    /** How their threads begin. */
    static final String NAME = "sorting-";

    private final int hands = Runtime.getRuntime().availableProcessors() + 1;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            hands, Thread.ofPlatform().daemon().name(NAME, 1).factory());

    /**
     * Does the work for each, several at once and none of them twice, and returns when nothing is at work any more. After
     * a fault no further one is begun; the first fault is thrown.
     */
    <T> void each(Collection<T> things, Consumer<T> work) {
        if (things.size() == 1) {
            work.accept(things.iterator().next());
            return;
        }
        var waiting = new ConcurrentLinkedQueue<>(things);
        var faults = new ConcurrentLinkedQueue<Throwable>();
        var atWork = Math.min(hands, things.size());
        var done = new Semaphore(0);
        for (var hand = 0; hand < atWork; hand++)
            threads.execute(() -> {
                try {
                    for (var next = waiting.poll(); next != null && faults.isEmpty(); next = waiting.poll())
                        work.accept(next);
                } catch (RuntimeException | Error fault) {
                    faults.add(fault);
                } finally {
                    done.release();
                }
            });
        done.acquireUninterruptibly(atWork);
        raise(new ArrayList<>(faults));
    }

    private static void raise(ArrayList<Throwable> faults) {
        if (faults.isEmpty()) return;
        var first = faults.removeFirst();
        faults.forEach(first::addSuppressed);
        if (first instanceof Error error) throw error;
        throw (RuntimeException) first;
    }

    /** What is at work comes to its end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
