package sportello.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import sportello.database.BareDatabase;

/** The commands of bin/bench. */
public final class Bench {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final String USAGE = """
            bin/bench fill  [--tickets 1000]                 fills a data directory of its own
            bin/bench pages [--tickets 1000] [--seconds 3]   measures the packaged program on it
            bin/bench mail  [--tickets 1000] [--mails 1000]  brings mails to it and waits until each is a ticket
            bin/bench kills [--tickets 1000] [--kills 20]    kills it while mails come, and waits until it is useful again
            """;

    private final Path home;
    private final long tickets;
    private final Duration each;

    private Bench(Path home, long tickets, Duration each) {
        this.home = home;
        this.tickets = tickets;
        this.each = each;
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var words = List.of(arguments);
        var tickets = number(words, "--tickets", 1_000);
        var bench = new Bench(home(tickets), tickets, Duration.ofSeconds(number(words, "--seconds", 3)));
        switch (words.isEmpty() ? "" : words.getFirst()) {
            case "fill" -> bench.fill();
            case "pages" -> new PagesBench(bench.home, bench.each).run();
            case "mail" -> new MailBench(bench.home, Math.toIntExact(number(words, "--mails", 1_000))).run();
            case "kills" -> new KillsBench(bench.home, Math.toIntExact(number(words, "--kills", 20))).run();
            default -> System.out.print(USAGE);
        }
    }

    private static long number(List<String> words, String option, long otherwise) {
        var place = words.indexOf(option);
        return place < 0 ? otherwise : Long.parseLong(words.get(place + 1));
    }

    private static Path home(long tickets) {
        var wanted = System.getenv("SPORTELLO_HOME");
        return Path.of(wanted == null || wanted.isBlank() ? ".sportello/bench-" + tickets : wanted)
                .toAbsolutePath();
    }

    private void fill() throws Exception {
        try (var database = BareDatabase.start(home)) {
            var start = System.nanoTime();
            var rows = new Filling(database.source()).fill(tickets, Instant.now(), ROME);
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d tickets, %,d rows in %.1f s (%,.0f rows/s) in %s%n",
                    tickets,
                    rows,
                    seconds,
                    rows / seconds,
                    home);
        }
    }
}
