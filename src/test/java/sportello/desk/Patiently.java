package sportello.desk;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** Waits for what comes true in its own time: desks that die and start answer nothing for a while. */
final class Patiently {
    private static final int SECONDS = 480;

    private Patiently() {}

    /** @param desks whose last words are told if it never comes true */
    static void until(Callable<Boolean> isTrue, Desk... desks) throws IOException, InterruptedException {
        var end = System.nanoTime() + SECONDS * 1_000_000_000L;
        while (!isYet(isTrue)) {
            if (System.nanoTime() - end > 0) throw new AssertionError("it never came to that:\n" + words(desks));
            Thread.sleep(100);
        }
    }

    /** The same for what takes long: nobody loses patience as long as a count grows. It is looked at seldom. */
    static void whileGrows(Callable<Long> count, Callable<Boolean> isTrue, Desk... desks) throws Exception {
        while (!isYet(isTrue)) {
            var before = count.call();
            until(
                    () -> {
                        Thread.sleep(2_000);
                        return isTrue.call() || count.call() > before;
                    },
                    desks);
        }
    }

    private static boolean isYet(Callable<Boolean> isTrue) {
        try {
            return isTrue.call();
        } catch (Exception notYet) {
            return false;
        }
    }

    private static String words(Desk... desks) throws IOException {
        var words = new StringBuilder();
        for (var desk : List.of(desks)) words.append(desk.words()).append("\n\n");
        return words.toString();
    }
}
