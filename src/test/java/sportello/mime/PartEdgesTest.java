package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mime.EdgesTest.closed;
import static sportello.mime.EdgesTest.numbered;
import static sportello.mime.EdgesTest.x;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.Edge;
import sportello.base.Language;

/** What stands in the table of limits, one before, at and one behind each: what a mail consists of. */
class PartEdgesTest {
    private static final String FROM = "From: g@x.example\n";
    private static final String STATUS = "Content-Type: multipart/report; boundary=b\n\n--b\n\nTornata.\n"
            + "--b\nContent-Type: message/delivery-status\n\n";
    private static final Limits STANDARD = Limits.STANDARD;

    @TempDir
    private Path folder;

    // limit mime/Limits.STANDARD
    @Test
    void a_mail_is_looked_at_up_to_each_of_its_limits() throws Exception {
        new Edge("size", 500)
                .isTheLast(size -> isRead(FROM + "\n" + x(size - FROM.length() - 1), limits(500, 100_000, 1 << 20)));
        new Edge("headers", STANDARD.headers())
                .isTheLast(many -> isRead(FROM + "X: y\n".repeat(many - 1) + "\n", STANDARD));
        new Edge("headerLength", 60)
                .cuts(length -> read(FROM + "X-L:" + x(length - 4) + "\n\n", limits(9_000, 60, 1 << 20))
                                .headers()
                                .first("X-L")
                                .orElseThrow()
                                .length()
                        + 4);
        new Edge("headLength", 60)
                .cuts(length -> read(FROM + "X-L:" + x(length - 12) + "\n\n", limits(9_000, 100_000, 60))
                                .headers()
                                .first("X-L")
                                .orElseThrow()
                                .length()
                        + 12);
    }

    // limit mime/Limits.STANDARD
    @Test
    void a_mail_is_taken_apart_up_to_each_of_its_limits() throws Exception {
        new Edge("depth", STANDARD.depth())
                .isTheLast(many -> read(FROM
                                + numbered(many, "Content-Type: multipart/mixed; boundary=b#-\n\n--b#-\n")
                                + "\nIn fondo.\n")
                        .text()
                        .equals("In fondo."));
        var file = "--b\nContent-Type: application/pdf; name=x.pdf\n\n%PDF\n";
        new Edge("parts", STANDARD.parts())
                .isTheLast(many -> read(FROM + "Content-Type: multipart/mixed; boundary=b\n\n" + file.repeat(many - 1))
                        .files()
                        .getLast()
                        .name()
                        .equals("x.pdf"));
        new Edge("textLength", 50)
                .cuts(length -> read(
                                FROM + "\n" + x(length),
                                new Limits(9_000, 20, 1_000, 2_000, 60, 60, 50, STANDARD.time()))
                        .text()
                        .length());
    }

    @Test
    void what_parts_a_mail_has_its_length_at_most() throws Exception {
        Edge.of("mime/Cutting.LONGEST_BOUNDARY").isTheLast(length -> {
            var boundary = x(length);
            return !read(FROM + "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary
                            + "\n\nIl testo.\n--" + boundary + "--\nDietro.\n")
                    .text()
                    .contains("Dietro");
        });
    }

    @Test
    void a_report_of_a_server_is_read_so_far() throws Exception {
        Edge.of("mime/DeliveryReports.LONGEST_REPORT").isTheLast(length -> {
            var last = "Final-Recipient: rfc822; a@b.example";
            var report = "X: " + x(length - last.length() - 5) + "\n\n" + last;
            return fates(FROM + STATUS + report + "\n--b--\n")
                    .getFirst()
                    .address()
                    .equals("a@b.example");
        });
        Edge.of("mime/DeliveryReports.MOST")
                .cuts(many -> fates(FROM + STATUS + numbered(many, "Final-Recipient: rfc822; a#@b.example\n\n"))
                        .size());
        Edge.of("mime/DeliveryReports.MOST")
                .cuts(many -> fates(FROM + "X-Failed-Recipients: " + numbered(many, "a#@b.example, ")
                                + "\nSubject: Delivery failed\n\n")
                        .size());
        Edge.of("mime/DeliveryReports.LONGEST_WORDS")
                .cuts(length -> fates(FROM + STATUS + "Final-Recipient: rfc822; a@b.example\nDiagnostic-Code: smtp; "
                                + x(length) + "\n--b--\n")
                        .getFirst()
                        .words()
                        .length());
    }

    @Test
    void in_the_words_of_a_server_the_name_of_what_was_passed_on_comes_first() {
        assertThat(BounceWords.names("Ecco:\n> Message-ID: <uno@a.example>\n> Resent-Message-ID: <due@b.example>\n"))
                .containsExactly("<due@b.example>", "<uno@a.example>");
    }

    @Test
    void the_words_of_a_server_are_read_so_far() throws Exception {
        var longest = Edge.of("mime/BounceWords.LONGEST");
        longest.isTheLast(length -> BounceWords.fates("Undeliverable", behind(length, "a@b.example"), List.of())
                .getFirst()
                .address()
                .equals("a@b.example"));
        var copy = new Edge("ten times as much for the mail itself", 10 * longest.limit());
        copy.isTheLast(length ->
                !BounceWords.names(behind(length, "Message-ID: <a@b>")).isEmpty());
        copy.isTheLast(length -> "Lampione".equals(BounceWords.subject(behind(length, "Subject: Lampione"))));
        Edge.of("mime/BounceWords.MOST_LINES_OF_REASON")
                .cuts(many -> BounceWords.fates("Undeliverable", "a@b.example" + "\nno".repeat(many - 1), List.of())
                                .getFirst()
                                .words()
                                .split(" ")
                                .length
                        + 1);
    }

    private static String behind(int length, String last) {
        return "\n".repeat(length - last.length()) + last;
    }

    @Test
    void what_a_library_takes_into_memory_is_bounded() throws Exception {
        Edge.of("mime/Bounded.MOST").cuts(size -> {
            try (var bytes = new Bounded(new ByteArrayInputStream(new byte[size]))) {
                return bytes.readAllBytes().length;
            }
        });
    }

    @Test
    void a_packet_of_outlook_has_so_many_attributes_and_so_long_a_text() throws Exception {
        Edge.of("mime/Tnef.MOST_ATTRIBUTES").isTheLast(many -> {
            var empty = attribute(0, new byte[0]);
            return isUnpacked(join(empty, many - 1, attribute(0x800C, "Testo".getBytes(US_ASCII))), new ArrayList<>());
        });
        Edge.of("mime/Tnef.LONGEST_TEXT").cuts(length -> {
            var said = new ArrayList<String>();
            assertThat(isUnpacked(attribute(0x800C, x(length).getBytes(US_ASCII)), said))
                    .isTrue();
            return said.getFirst().length();
        });
    }

    @Test
    void of_too_many_properties_the_first_are_read() throws Exception {
        var property = numbers(0x1000_001E, 1, 0);
        Edge.of("mime/MapiProperties.MOST")
                .cuts(many -> taken(join(numbers(many), 0, join(property, many, new byte[0]))));
        Edge.of("mime/MapiProperties.MOST")
                .cuts(many -> taken(join(numbers(1, 0x1000_101E, many), 0, join(numbers(0), many, new byte[0]))));
    }

    private int taken(byte[] properties) throws IOException {
        var taken = new AtomicInteger();
        try (var spool = spool()) {
            MapiProperties.read(
                    spool.keep(new ByteArrayInputStream(properties)),
                    spool.deadline(),
                    (id, value, wide) -> taken.incrementAndGet());
        }
        return taken.get();
    }

    private boolean isUnpacked(byte[] attributes, List<String> said) throws IOException {
        var packet = join(numbers(0x223E9F78), 0, join(new byte[2], 1, attributes));
        try (var spool = spool()) {
            return Tnef.unpack(
                    spool.keep(new ByteArrayInputStream(packet)),
                    spool.deadline(),
                    new FileNames(Language.ITALIAN),
                    new ArrayList<>(),
                    (text, html) -> said.add(text));
        }
    }

    private static byte[] attribute(int id, byte[] value) {
        return join(join(new byte[1], 1, numbers(id, value.length)), 1, join(value, 1, new byte[2]));
    }

    private static byte[] numbers(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (var number : numbers) bytes.putInt(number);
        return bytes.array();
    }

    private static byte[] join(byte[] first, int times, byte[] last) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < Math.max(1, times); i++) out.writeBytes(first);
        out.writeBytes(last);
        return out.toByteArray();
    }

    @Test
    void what_a_provider_attests_is_read_so_far() throws Exception {
        Edge.of("mime/PecEnvelope.LONGEST").isTheLast(size -> {
            var head = "<postacert tipo='accettazione'><!--";
            var data = head + x(size - head.length() - 15) + "--></postacert>";
            var mail = FROM + "X-Ricevuta: accettazione\nContent-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\nContent-Type: application/xml; name=daticert.xml\n\n" + data + "\n--b--\n";
            try (var spool = spool()) {
                var kept = spool.keep(new ByteArrayInputStream(mail.getBytes(US_ASCII)));
                var part = Cutting.cut(kept, STANDARD, spool.deadline()).root();
                return PecEnvelope.of(part, true, spool, STANDARD).isPresent();
            }
        });
    }

    private List<DeliveryReport.Fate> fates(String mail) {
        var report = read(mail).report();
        return report == null ? List.of() : report.fates();
    }

    private static Limits limits(long size, int headerLength, int headLength) {
        return new Limits(size, 20, 1_000, 2_000, headerLength, headLength, 2 << 20, Duration.ofSeconds(10));
    }

    private static boolean isRead(String mail, Limits limits) {
        var reading = TestMail.read(mail.getBytes(US_ASCII), limits);
        TestMail.close(reading);
        return reading instanceof Reading.Readable;
    }

    private static ReadMail read(String mail) {
        return read(mail, STANDARD);
    }

    private static ReadMail read(String mail, Limits limits) {
        if (TestMail.read(mail.getBytes(US_ASCII), limits) instanceof Reading.Readable(var read)) return closed(read);
        throw new AssertionError("could not be read");
    }

    private Spool spool() {
        return new Spool(folder, Deadline.in(STANDARD.time()), STANDARD.size());
    }
}
