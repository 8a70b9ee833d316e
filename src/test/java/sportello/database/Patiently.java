package sportello.database;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what becomes true in its own time; an exception on the way only means "not yet". */
final class Patiently {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patiently() {}

    static void until(Callable<Boolean> isTrue) throws InterruptedException {
        Exception last = null;
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(PAUSE)) {
            try {
                if (isTrue.call()) return;
            } catch (Exception e) {
                last = e;
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("it never became true", last);
    }
}
