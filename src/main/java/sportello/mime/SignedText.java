package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text that OpenPGP signed so that everybody can read it (RFC 9580, 7).
 *
 * @param said what was signed, byte by byte as the mail has it, its lines ended as they are signed
 * @param shown the same as somebody wrote it
 * @param signature in its armour
 */
record SignedText(byte[] said, byte[] shown, byte[] signature) {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    /** Only if nothing stands around it: that would be read as if it were signed too. */
    static Optional<SignedText> in(Part text) throws IOException {
        try (var bytes = text.open()) {
            var read = bytes.readNBytes(Bounded.MOST + 1);
            if (read.length > Bounded.MOST) return Optional.empty();
            var words = new String(read, ISO_8859_1);
            return words.stripLeading().startsWith(BEGIN)
                    ? between(Arrays.asList(words.strip().split("\r\n|\r|\n", -1)))
                    : Optional.empty();
        }
    }

    private static Optional<SignedText> between(List<String> lines) {
        var signature = bare(lines).indexOf(SIGNATURE);
        var heads = bare(lines).indexOf("");
        if (heads < 0 || signature < heads || !lines.getLast().stripTrailing().equals(END)) return Optional.empty();
        if (bare(lines).lastIndexOf(BEGIN) > 0 || bare(lines).lastIndexOf(SIGNATURE) != signature)
            return Optional.empty();
        if (!lines.subList(1, heads).stream().allMatch(line -> line.startsWith("Hash: "))) return Optional.empty();
        var written = new ArrayList<String>();
        for (var line : lines.subList(heads + 1, signature))
            written.add(line.startsWith("- ") ? line.substring(2) : line);
        return Optional.of(new SignedText(
                bytes(String.join("\r\n", bare(written))),
                bytes(String.join("\r\n", written)),
                bytes(String.join("\n", lines.subList(signature, lines.size())) + "\n")));
    }

    /** Blanks at the end of a line are not signed. */
    private static List<String> bare(List<String> lines) {
        return lines.stream().map(SignedText::bare).toList();
    }

    private static String bare(String line) {
        var end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) end--;
        return line.substring(0, end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    MailSource source() {
        return () -> new ByteArrayInputStream(said);
    }
}
