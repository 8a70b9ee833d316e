package sportello.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.client.SmartClient;
import sportello.bench.MailSql;
import sportello.bench.Tally;

/**
 * Two desks that answer by themselves, and each is a customer of the other: they must not talk to each other for ever (R25).
 * Run by {@code bin/drill TwoDesksDrill}.
 */
@Tag("drill")
class TwoDesksDrill {
    private static final String ONE = "assistenza@uno.example";
    private static final String TWO = "helpdesk@due.example";
    private static final int REQUESTS = 3;

    @TempDir
    Path home;

    private final Relay fromOne = new Relay(mail -> bring(mail, two()));
    private final Relay fromTwo = new Relay(mail -> bring(mail, one()));
    private Desk one;
    private Desk two;

    @AfterEach
    void close() throws Exception {
        one.close();
        two.close();
        fromOne.close();
        fromTwo.close();
    }

    @Test
    void two_desks_fall_silent() throws Exception {
        one = opened("one", fromOne, ONE);
        two = opened("two", fromTwo, TWO);

        for (var request = 0; request < REQUESTS; request++) bring(request(request), one);
        Patiently.until(() -> one.count("ticket") >= REQUESTS && areSilent(), one, two);
        Thread.sleep(10_000);

        assertThat(areSilent()).isTrue();
        var crossed = Stream.concat(fromOne.taken().stream(), fromTwo.taken().stream())
                .toList();
        Tally.of("R25")
                .with("requests", REQUESTS)
                .with("crossed", crossed.size())
                .with("tickets", one.count("ticket") + two.count("ticket"))
                .say();
        assertThat(crossed).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        assertThat(crossed).allSatisfy(mail -> {
            assertThat(mail.sender()).isEmpty();
            assertThat(mail.mail()).containsIgnoringCase("\r\nAuto-Submitted: auto-");
        });
        assertThat(crossed.stream().collect(groupingBy(Relay.Taken::recipient, counting())))
                .allSatisfy((recipient, times) -> assertThat(times).isEqualTo(1));
    }

    private Desk opened(String name, Relay relay, String address) throws Exception {
        var desk = new Desk(home.resolve(name), relay.port());
        Patiently.until(desk::isReady, desk);
        new MailSql(desk.database(), name).openTo(address);
        return desk;
    }

    private Desk one() {
        return one;
    }

    private Desk two() {
        return two;
    }

    private boolean areSilent() throws IOException {
        for (var desk : new Desk[] {one, two})
            if (desk.count("arrival where state = 'WAITING'") + desk.count("letter where state = 'waiting'") > 0)
                return false;
        return true;
    }

    private static Relay.Taken request(int number) {
        return new Relay.Taken(
                TWO,
                ONE,
                "<" + number + "@due.example>",
                String.join(
                        "\r\n",
                        "From: Helpdesk <" + TWO + ">",
                        "To: <" + ONE + ">",
                        "Subject: Richiesta " + number,
                        "Message-ID: <" + number + "@due.example>",
                        "Date: Mon, 2 Nov 2026 09:00:00 +0100",
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=UTF-8",
                        "",
                        "La fontana in piazza perde acqua.",
                        ""));
    }

    /** To a desk that does not know the recipient nothing is brought. */
    private static void bring(Relay.Taken mail, Desk desk) throws IOException {
        var talk = SmartClient.createAndConnect("127.0.0.1", desk.mailPort(), "relay.example");
        try {
            talk.from(mail.sender());
            talk.to(mail.recipient());
            talk.dataStart();
            var bytes = mail.mail().getBytes(StandardCharsets.ISO_8859_1);
            talk.dataWrite(bytes, bytes.length);
            talk.dataEnd();
        } finally {
            talk.quit();
        }
    }
}
