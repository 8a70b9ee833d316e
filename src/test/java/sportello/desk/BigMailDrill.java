package sportello.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.client.SmartClient;
import sportello.bench.MailSql;

/**
 * Twenty mails of fifty megabytes at once, for a desk that has 512 MB: each becomes a request with its file (R15). Run by
 * {@code bin/drill BigMailDrill}.
 */
@Tag("drill")
class BigMailDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    private static final int MAILS = 20;
    private static final int MEGABYTES = 50;
    private static final int LINE = 76;

    @TempDir
    Path home;

    private final Relay relay = new Relay(mail -> {});
    private Desk desk;

    @AfterEach
    void close() throws Exception {
        desk.close();
        relay.close();
    }

    @Test
    void each_becomes_a_request_with_its_file() throws Exception {
        desk = new Desk(home.resolve("desk"), relay.port());
        Patiently.until(desk::isReady, desk);
        new MailSql(desk.database(), "grande").openTo(ADDRESS);
        var before = desk.peakMegabytes();

        try (var threads = Executors.newFixedThreadPool(MAILS)) {
            var brought = IntStream.range(0, MAILS)
                    .mapToObj(number -> threads.submit(() -> bring(number)))
                    .toList();
            for (var mail : brought) mail.get();
        }
        Patiently.until(() -> desk.count("arrival where state = 'WAITING'") == 0, desk);

        System.out.printf(
                "R15 accepted=%d tickets=%d quarantined=%d resident peak before=%d MB after=%d MB%n",
                MAILS,
                desk.count("ticket where title like 'Richiesta grande-%'"),
                desk.count("arrival where state = 'QUARANTINED'"),
                before,
                desk.peakMegabytes());
        assertThat(desk.count("ticket where title like 'Richiesta grande-%'")).isEqualTo(MAILS);
        assertThat(desk.count("attachment where size = " + fileBytes())).isEqualTo(MAILS);
        assertThat(desk.words()).doesNotContain("OutOfMemoryError");
    }

    private static int lines() {
        return MEGABYTES * 1_000_000 / (LINE + 2);
    }

    private static int fileBytes() {
        return lines() * LINE / 4 * 3;
    }

    private Void bring(int number) throws IOException {
        var talk = SmartClient.createAndConnect("127.0.0.1", desk.mailPort(), "relay.example");
        try {
            talk.from("cittadino" + number + "@comune.example");
            talk.to(ADDRESS);
            talk.dataStart();
            write(talk, head(number));
            var random = new Random(number);
            var bytes = new byte[LINE / 4 * 3];
            for (var line = 0; line < lines(); line++) {
                random.nextBytes(bytes);
                write(talk, Base64.getEncoder().encodeToString(bytes) + "\r\n");
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
                "--confine",
                "Content-Type: application/octet-stream; name=\"rilievi.bin\"",
                "Content-Transfer-Encoding: base64",
                "",
                "");
    }

    private static void write(SmartClient talk, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        talk.dataWrite(bytes, bytes.length);
    }
}
