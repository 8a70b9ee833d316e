package sportello.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Asks for pages, some at a time, for a while. */
record Load(Program program, Browser browser) {
    private static final int MOST = 100_000;

    /** What came of it; milliseconds as the browser saw them. */
    record Result(double[] sorted, int failures, double seconds) {

        double percentile(int of) {
            return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * of / 100)];
        }

        double perSecond() {
            return sorted.length / seconds;
        }
    }

    Result run(MeasuredPage page, int atOnce, Duration time) throws InterruptedException {
        var milliseconds = new ConcurrentLinkedQueue<Double>();
        var asked = new AtomicInteger();
        var failures = new AtomicInteger();
        var start = System.nanoTime();
        var threads = IntStream.range(0, atOnce)
                .mapToObj(number -> Thread.ofPlatform().start(() -> {
                    for (var no = asked.getAndIncrement();
                            no < MOST && System.nanoTime() - start < time.toNanos();
                            no = asked.getAndIncrement()) {
                        var before = System.nanoTime();
                        if (isAnswered(page.path(no))) milliseconds.add((System.nanoTime() - before) / 1e6);
                        else failures.incrementAndGet();
                    }
                }))
                .toList();
        for (var thread : threads) thread.join();
        var seconds = (System.nanoTime() - start) / 1e9;
        var sorted = milliseconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Result(sorted, failures.get(), seconds);
    }

    private boolean isAnswered(String path) {
        try {
            return browser.get(program, path).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
