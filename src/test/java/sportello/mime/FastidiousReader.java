package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Reads mails as ever, but for those that name their poison in their first line: they are faults that nobody foresaw. */
public final class FastidiousReader extends MailReader {
    private static final int FIRST_LINE = 40;

    /** What a mail does to who reads it. */
    public enum Poison {
        EXCEPTION,
        OVERFLOW,
        MEMORY,
        LOOP;

        public String line() {
            return "X-Poison: " + this;
        }
    }

    public FastidiousReader(Clock clock, MailKeys keys) {
        super(clock, keys);
    }

    @Override
    ReadMail read(MailSource raw, FileNames names, Spool spool) throws IOException {
        var line = firstLine(raw);
        for (var poison : Poison.values()) if (line.startsWith(poison.line())) suffer(poison, spool.deadline());
        return super.read(raw, names, spool);
    }

    private static String firstLine(MailSource raw) {
        try (var bytes = raw.open()) {
            return new String(bytes.readNBytes(FIRST_LINE), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void suffer(Poison poison, Deadline deadline) {
        switch (poison) {
            case EXCEPTION -> throw new IllegalStateException("poisoned");
            case OVERFLOW -> deeper(0);
            case MEMORY -> System.out.println("so much was there: " + new long[Integer.MAX_VALUE - 8].length);
            case LOOP -> goRound(deadline);
        }
    }

    private static long deeper(long depth) {
        return depth < 0 ? 0 : 1 + deeper(depth + 1);
    }

    /** As whoever reads bytes does: each look at them is a look at the clock. */
    private static void goRound(Deadline deadline) {
        while (true) deadline.check();
    }
}
