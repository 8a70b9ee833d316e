package sportello.desk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import sportello.mime.MailKeys;
import sportello.mime.MailReader;
import sportello.mime.MailSource;
import sportello.mime.Reading;

/** Reads mails as ever, but for those that name their poison in their first line: they are faults that nobody foresaw. */
final class FastidiousReader extends MailReader {
    private static final int FIRST_LINE = 40;

    /** What a mail does to who reads it. */
    enum Poison {
        EXCEPTION,
        OVERFLOW,
        MEMORY;

        String line() {
            return "X-Poison: " + this;
        }
    }

    FastidiousReader(Clock clock, MailKeys keys) {
        super(clock, keys);
    }

    @Override
    public Reading read(MailSource raw) {
        var line = firstLine(raw);
        for (var poison : Poison.values()) if (line.startsWith(poison.line())) suffer(poison);
        return super.read(raw);
    }

    private static String firstLine(MailSource raw) {
        try (var bytes = raw.open()) {
            return new String(bytes.readNBytes(FIRST_LINE), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void suffer(Poison poison) {
        switch (poison) {
            case EXCEPTION -> throw new IllegalStateException("poisoned");
            case OVERFLOW -> deeper(0);
            case MEMORY -> System.out.println("so much was there: " + new long[Integer.MAX_VALUE - 8].length);
        }
    }

    private static long deeper(long depth) {
        return depth < 0 ? 0 : 1 + deeper(depth + 1);
    }
}
