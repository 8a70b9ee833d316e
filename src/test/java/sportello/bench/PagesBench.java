package sportello.bench;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import sportello.bench.MeasuredPage.Visitor;
import sportello.database.RunningDatabase;

/** Measures starts, pages and memory of the packaged program on a filled data directory, and prints Markdown tables. */
final class PagesBench {
    private static final int AT_ONCE = 8;
    private static final int LOOKS = 4;
    private static final int WARMING_ROUNDS = 2;

    private final Path home;
    private final Duration each;
    private final RunningDatabase database;
    private final Map<Visitor, Browser> browsers =
            Arrays.stream(Visitor.values()).collect(toMap(Function.identity(), visitor -> new Browser()));

    PagesBench(Path home, Duration each) {
        this.home = home;
        this.each = each;
        this.database = new RunningDatabase(home);
    }

    void run() throws IOException, InterruptedException {
        if (!Files.isDirectory(home.resolve("database")))
            throw new IOException("There is nothing in " + home + ": run bin/bench fill first.");
        try {
            starts();
            measure();
        } finally {
            browsers.values().forEach(Browser::close);
        }
    }

    private void starts() throws IOException, InterruptedException {
        say("| start | load | login page after | dashboard after | CPU of the program |");
        say("|---|---|---|---|---|");
        var fresh = Path.of("target/bench-first-start").toAbsolutePath();
        FileSystemUtils.deleteRecursively(fresh);
        startOnNothing(fresh);
        FileSystemUtils.deleteRecursively(fresh);
        var port = Program.freePort();
        start("filled, first", port, false);
        start("filled, second", port, true);
        say("");
    }

    private void startOnNothing(Path fresh) throws IOException, InterruptedException {
        var load = Processes.load();
        try (var program = Program.start(fresh, Program.freePort())) {
            var login = stranger().firstAnswer(program, "/login");
            say(
                    "| empty directory | %s | %.1f s | | %.1f s |",
                    load, login, own(program).cpuSeconds());
        }
    }

    /** Sessions live in the database: who was logged in before the stop still is. */
    private void start(String name, int port, boolean loggedIn) throws IOException, InterruptedException {
        var load = Processes.load();
        var agent = browsers.get(Visitor.ADMINISTRATOR);
        try (var program = Program.start(home, port)) {
            var login = stranger().firstAnswer(program, "/login");
            var dashboard = loggedIn ? "%.1f s".formatted(agent.firstAnswer(program, "/agent")) : "";
            say(
                    "| %s | %s | %.1f s | %s | %.1f s |",
                    name, load, login, dashboard, own(program).cpuSeconds());
            if (!loggedIn) agent.logIn(program, People.ADMINISTRATOR, People.PASSWORD);
        }
    }

    private void measure() throws IOException, InterruptedException {
        try (var program = Program.start(home, Program.freePort())) {
            stranger().firstAnswer(program, "/login");
            browsers.get(Visitor.ADMINISTRATOR).logIn(program, People.ADMINISTRATOR, People.PASSWORD);
            browsers.get(Visitor.ORDINARY_AGENT).logIn(program, People.ORDINARY, People.PASSWORD);
            browsers.get(Visitor.CUSTOMER_USER).logIn(program, People.CUSTOMER_USER, People.PASSWORD);
            var pages = new PagesSql(JdbcClient.create(database.keeper())).pages();
            memory("idle", program);
            for (var round = 0; round < WARMING_ROUNDS; round++) {
                for (var page : pages) new Load(program, browser(page)).run(page, AT_ONCE, each);
            }
            times(program, pages);
            say("");
            memory("under load", program);
            say("");
            statements(program, pages);
        }
    }

    private void times(Program program, List<MeasuredPage> pages) throws IOException, InterruptedException {
        say("| page | at once | load | p50 ms | p95 ms | requests/s | failed | CPU ms: program | database | bench |");
        say("|---|---|---|---|---|---|---|---|---|---|");
        for (var page : pages) {
            times(program, page, 1);
            times(program, page, AT_ONCE);
        }
    }

    private void times(Program program, MeasuredPage page, int atOnce) throws IOException, InterruptedException {
        var load = Processes.load();
        var before = used(program);
        var result = new Load(program, browser(page)).run(page, atOnce, each);
        var after = used(program);
        var requests = Math.max(1, result.sorted().length);
        say(
                "| %s | %d | %s | %.1f | %.1f | %.0f | %d | %.2f | %.2f | %.2f |",
                page.name(),
                atOnce,
                load,
                result.percentile(50),
                result.percentile(95),
                result.perSecond(),
                result.failures(),
                1_000 * (after[0] - before[0]) / requests,
                1_000 * (after[1] - before[1]) / requests,
                1_000 * (after[2] - before[2]) / requests);
    }

    private double[] used(Program program) throws IOException {
        return new double[] {
            own(program).cpuSeconds(),
            Processes.family(database.pid()).cpuSeconds(),
            Processes.only(ProcessHandle.current().pid()).cpuSeconds()
        };
    }

    private static Processes own(Program program) {
        return Processes.only(program.pid());
    }

    private void memory(String when, Program program) throws IOException {
        var own = own(program);
        var server = Processes.family(database.pid());
        say(
                "Memory %s: program %d MB (resident %d MB), database %d MB.",
                when, own.proportionalMegabytes(), own.residentMegabytes(), server.proportionalMegabytes());
    }

    private void statements(Program program, List<MeasuredPage> pages) throws IOException, InterruptedException {
        say("| page | statements | in the database ms | HTML bytes | compressed |");
        say("|---|---|---|---|---|");
        var details = new StringBuilder();
        try (var log = StatementLog.open(database)) {
            for (var page : pages) look(program, page, log, details);
        }
        say("%n%s", details);
    }

    private void look(Program program, MeasuredPage page, StatementLog log, StringBuilder details)
            throws IOException, InterruptedException {
        var browser = browser(page);
        var html = browser.get(program, page.path(0)).body().length;
        var compressed = browser.compressedBytes(program, page.path(0));
        var statements = log.during(() -> {
            for (var look = 0; look < LOOKS; look++) browser.get(program, page.path(look));
        });
        var milliseconds = statements.stream()
                .mapToDouble(StatementLog.Statement::milliseconds)
                .sum();
        say(
                "| %s | %.1f | %.2f | %,d | %,d |",
                page.name(), (double) statements.size() / LOOKS, milliseconds / LOOKS, html, compressed);
        details.append(page.name()).append('\n');
        statements.stream()
                .skip(statements.size() * (LOOKS - 1L) / LOOKS)
                .forEach(statement ->
                        details.append("  %7.2f ms  %.140s%n".formatted(statement.milliseconds(), statement.text())));
    }

    private Browser browser(MeasuredPage page) {
        return browsers.get(page.visitor());
    }

    private Browser stranger() {
        return browsers.get(Visitor.STRANGER);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
