package sportello.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.database.RunningDatabase;

/**
 * Brings mails to the packaged program by SMTP and waits until each is a ticket, a part of them after the other: how many
 * it takes and sorts in a second and what each costs, while the program is cold and when it is warm, and whether each is
 * there once.
 */
final class MailBench {
    private static final int AT_ONCE = 8;
    private static final int PARTS = 5;
    private static final String DESK = "sportello@valle.example";
    private static final long LOOK_EACH_MILLISECONDS = 200;

    private final Path home;
    private final int mails;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** @param home a desk that was filled; the mails stay there as tickets */
    MailBench(Path home, int mails) {
        this.home = home;
        this.mails = mails;
    }

    void run() throws Exception {
        if (!Files.isDirectory(home.resolve("database")))
            throw new IOException("There is nothing in " + home + ": run bin/bench fill first.");
        var smtp = Program.freePort();
        var listen = Map.of("SPORTELLO_SMTP_LISTEN", "127.0.0.1:" + smtp);
        try (var program = Program.start(home, Program.freePort(), listen);
                var browser = new Browser()) {
            browser.firstAnswer(program, "/health/live");
            var database = new RunningDatabase(home);
            var sql = new MailSql(JdbcClient.create(database.keeper()), run);
            sql.openTo(DESK);
            var own = Processes.only(program.pid());
            say(
                    "| mails | accepted/s | sorted/s | CPU ms a mail: program | database | load |%n|---|---|---|---|---|---|");
            for (var from = 0; from < mails; from += mails / PARTS) {
                var to = Math.min(mails, from + mails / PARTS);
                var ownBefore = own.cpuSeconds();
                var serverBefore = Processes.family(database.pid()).cpuSeconds();
                var start = System.nanoTime();
                bring(smtp, from, to);
                var accepted = since(start);
                while (sql.isSomethingWaiting()) Thread.sleep(LOOK_EACH_MILLISECONDS);
                var count = to - from;
                say(
                        "| to %,d | %.0f | %.0f | %.2f | %.2f | %s |",
                        to,
                        count / accepted,
                        count / since(start),
                        1_000 * (own.cpuSeconds() - ownBefore) / count,
                        1_000 * (Processes.family(database.pid()).cpuSeconds() - serverBefore) / count,
                        Processes.load());
            }
            report(own, Processes.family(database.pid()), sql);
        }
    }

    private void bring(int port, int from, int to) throws Exception {
        var next = new AtomicInteger(from);
        var postmen = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < AT_ONCE; number++) {
                postmen.add(threads.submit(() -> {
                    try (var postman = new Postman(port, run)) {
                        for (var mail = next.getAndIncrement(); mail < to; mail = next.getAndIncrement())
                            postman.bring(mail, DESK);
                    }
                    return null;
                }));
            }
        }
        for (var postman : postmen) postman.get();
    }

    private void report(Processes own, Processes server, MailSql sql) throws IOException {
        say("Memory: program resident %d MB, database %d MB.", own.residentMegabytes(), server.proportionalMegabytes());
        say(
                "Ledger: %,d brought, %,d tickets, %,d lost, %,d doubled.",
                mails, sql.tickets(), sql.lost(mails), sql.doubled());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
