package sportello.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Other mail servers that bring requests to a desk, each again and again until it is taken, whatever becomes of the desk. */
public final class Bringing {
    private static final int AT_ONCE = 4;
    private static final int MILLISECONDS_BEFORE_AGAIN = 200;

    private final int port;
    private final String to;
    private final String run;
    private final int most;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<Thread> servers = new ArrayList<>();

    /** @param most milliseconds of rest between two mails of one server */
    public Bringing(int port, String to, String run, int most) {
        this.port = port;
        this.to = to;
        this.run = run;
        this.most = most;
        for (var server = 0; server < AT_ONCE; server++)
            servers.add(Thread.ofVirtual().start(this::bring));
    }

    private void bring() {
        try {
            while (!over.get()) {
                untilTaken(next.getAndIncrement());
                Thread.sleep(ThreadLocalRandom.current().nextInt(most));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilTaken(int number) throws InterruptedException {
        while (true) {
            try (var postman = new Postman(port, run)) {
                postman.bring(number, to);
                taken.incrementAndGet();
                return;
            } catch (IOException e) {
                repeated.incrementAndGet();
                Thread.sleep(MILLISECONDS_BEFORE_AGAIN);
            }
        }
    }

    public int taken() {
        return taken.get();
    }

    /** How often one was brought, or tried to be, and no yes came back. */
    public int repeated() {
        return repeated.get();
    }

    /** Answers how many were taken: those numbered from zero to one less. */
    public int end() throws InterruptedException {
        over.set(true);
        for (var server : servers) server.join();
        return taken.get();
    }
}
