package sportello.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.client.SMTPException;
import org.subethamail.smtp.client.SmartClient;
import sportello.bench.MailSql;
import sportello.bench.Tally;

/**
 * Large mails for a desk that has 512 MB: those that fit become requests with their files, many at once, and the others are
 * refused for good (R15). Run by {@code bin/drill BigMailDrill}.
 */
@Tag("drill")
class BigMailDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    private static final int MAILS = 20;
    private static final int MEGABYTES = 50;
    private static final int MANY = 200;
    private static final int TOO_MANY_MEGABYTES = 1_000;
    /** Bytes that one line of a mail holds. */
    private static final int OF_A_LINE = 57;

    private static final int LINE = OF_A_LINE / 3 * 4 + 2;

    @TempDir
    Path home;

    private final Relay relay = new Relay(mail -> {});
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(home.resolve("desk"), relay.port());
        Patiently.until(desk::isReady, desk);
        new MailSql(desk.database(), "grande").openTo(ADDRESS);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        relay.close();
    }

    /** @param lines of each of its files */
    private record Big(int number, int files, int lines) {
        static Big of(int number, int files, int megabytes) {
            return new Big(number, files, megabytes * 1_000_000 / LINE / files);
        }

        int fileBytes() {
            return lines * OF_A_LINE;
        }
    }

    @Test
    void twenty_at_once_become_requests_with_their_files() throws Exception {
        arrive(IntStream.range(0, MAILS)
                .mapToObj(number -> Big.of(number, 1, MEGABYTES))
                .toList());
    }

    @Test
    void two_hundred_files_of_one_mail_stay_with_it() throws Exception {
        arrive(List.of(Big.of(0, MANY, MEGABYTES)));
    }

    /** It is not read into memory to be refused. */
    @Test
    void what_is_beyond_the_limit_is_refused_for_good_and_leaves_nothing() throws Exception {
        var before = desk.peakMegabytes();

        var refusal = catchThrowable(() -> bring(Big.of(0, 1, TOO_MANY_MEGABYTES)));

        tally("beyond")
                .with("refused", 1)
                .with("growth_mb", desk.peakMegabytes() - before)
                .say();
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        SMTPException.class,
                        no -> assertThat(no.getResponse().getCode()).isEqualTo(552));
        assertThat(desk.count("arrival")).isZero();
        assertThat(desk.count("blob")).isZero();
    }

    private void arrive(List<Big> mails) throws Exception {
        var before = desk.peakMegabytes();
        try (var threads = Executors.newFixedThreadPool(mails.size())) {
            var brought = mails.stream()
                    .map(mail -> threads.submit(() -> bring(mail)))
                    .toList();
            for (var mail : brought) mail.get();
        }
        Patiently.until(() -> desk.count("arrival where state = 'WAITING'") == 0, desk);

        var tickets = desk.count("ticket where title like 'Richiesta grande-%'");
        var whole = desk.count("attachment where size = " + mails.getFirst().fileBytes());
        tally("mails of " + mails.getFirst().files() + " files")
                .accepted(mails.size(), mails.size() - tickets, new MailSql(desk.database(), "grande").doubled())
                .with("quarantined", desk.count("arrival where state = 'QUARANTINED'"))
                .with("files", whole)
                .with("peak_before_mb", before)
                .with("growth_mb", desk.peakMegabytes() - before)
                .say();
        assertThat(tickets).isEqualTo(mails.size());
        assertThat(whole).isEqualTo(mails.stream().mapToInt(Big::files).sum());
        assertThat(desk.words()).doesNotContain("OutOfMemoryError");
    }

    private static Tally tally(String what) {
        return Tally.of("R15 " + what);
    }

    private Void bring(Big mail) throws IOException {
        var talk = SmartClient.createAndConnect("127.0.0.1", desk.mailPort(), "relay.example");
        try {
            talk.from("cittadino" + mail.number() + "@comune.example");
            talk.to(ADDRESS);
            talk.dataStart();
            write(talk, head(mail.number()));
            var random = new Random(mail.number());
            for (var file = 1; file <= mail.files(); file++) {
                write(talk, headOfFile(file));
                write(talk, mail.lines(), random);
            }
            write(talk, "--confine--\r\n");
            talk.dataEnd();
        } finally {
            talk.quit();
        }
        return null;
    }

    private static String head(int number) {
        return String.join(
                "\r\n",
                "From: cittadino" + number + "@comune.example",
                "To: <" + ADDRESS + ">",
                "Subject: Richiesta grande-" + number,
                "Message-ID: <grande." + number + "@comune.example>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=confine",
                "",
                "--confine",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Ecco i rilievi.",
                "");
    }

    private static String headOfFile(int file) {
        return String.join(
                "\r\n",
                "--confine",
                "Content-Type: application/octet-stream; name=\"rilievi-" + file + ".bin\"",
                "Content-Transfer-Encoding: base64",
                "",
                "");
    }

    private static void write(SmartClient talk, int lines, Random random) throws IOException {
        var bytes = new byte[OF_A_LINE];
        for (var line = 0; line < lines; line++) {
            random.nextBytes(bytes);
            write(talk, Base64.getEncoder().encodeToString(bytes) + "\r\n");
        }
    }

    private static void write(SmartClient talk, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        talk.dataWrite(bytes, bytes.length);
    }
}
