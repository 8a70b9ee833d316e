package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Optional;

/**
 * An OpenPGP message in the lines of a text.
 *
 * @param message from its first line to its last
 * @param alone whether nothing stands around it
 */
record Armour(byte[] message, boolean alone) {

    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";

    /** The first in a text; of a long text only the beginning is looked at. */
    static Optional<Armour> in(Part text) throws IOException {
        try (var bytes = text.open()) {
            var words = new String(bytes.readNBytes(Bounded.MOST), ISO_8859_1);
            return words.contains(BEGIN) ? between(words.split("\r\n|\r|\n", -1)) : Optional.empty();
        }
    }

    private static Optional<Armour> between(String[] lines) {
        var begin = line(lines, BEGIN, 0);
        var end = begin < 0 ? -1 : line(lines, END, begin);
        if (end < 0) return Optional.empty();
        var message = new StringBuilder();
        var alone = true;
        for (var at = 0; at < lines.length; at++) {
            var within = at >= begin && at <= end;
            if (within) message.append(lines[at].stripTrailing()).append('\n');
            else alone &= lines[at].isBlank();
        }
        return Optional.of(new Armour(message.toString().getBytes(ISO_8859_1), alone));
    }

    private static int line(String[] lines, String words, int from) {
        for (var at = from; at < lines.length; at++)
            if (lines[at].stripTrailing().equals(words)) return at;
        return -1;
    }
}
