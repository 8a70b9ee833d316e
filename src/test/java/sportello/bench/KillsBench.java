package sportello.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.database.RunningDatabase;

/**
 * Kills the packaged program again and again while mails come, starts it anew, and waits until it is of use: until an agent
 * who was logged in before sees the dashboard (R2).
 */
final class KillsBench {
    private static final String DESK = "sportello@valle.example";
    private static final int REST = 100;
    private static final int LONGEST_LIFE = 20_000;
    private static final int SHORTEST_LIFE = 1_000;
    private static final long LOOK_EACH_MILLISECONDS = 200;

    private final Path home;
    private final int kills;
    private final long seed = Long.getLong("drill.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final int smtp = Program.freePort();
    private final int web = Program.freePort();

    /** @param home a desk that was filled; the mails stay there as tickets */
    KillsBench(Path home, int kills) throws IOException {
        this.home = home;
        this.kills = kills;
    }

    void run() throws Exception {
        var useful = new ArrayList<Double>();
        var program = start();
        try (var browser = new Browser()) {
            browser.firstAnswer(program, "/login");
            sql().openTo(DESK);
            browser.logIn(program, People.ORDINARY, People.PASSWORD);
            var bringing = new Bringing(smtp, DESK, run, REST);
            for (var kill = 0; kill < kills; kill++) {
                Thread.sleep(random.nextInt(SHORTEST_LIFE, LONGEST_LIFE));
                program.kill();
                program = start();
                useful.add(browser.firstAnswer(program, "/agent"));
            }
            var taken = bringing.end();
            until(() -> !sql().isSomethingWaiting());
            tell(taken, bringing.repeated(), useful);
        } finally {
            program.close();
        }
    }

    private Program start() throws IOException {
        return Program.start(home, web, Map.of("SPORTELLO_SMTP_LISTEN", "127.0.0.1:" + smtp));
    }

    private void tell(int taken, int repeated, List<Double> useful) throws IOException {
        Tally.of("R2 packaged")
                .with("seed", seed)
                .with("faults", kills)
                .accepted(taken, sql().lost(taken), sql().doubled())
                .with("repeated", repeated)
                .with(
                        "useful_after_at_most",
                        useful.stream().max(Double::compare).orElseThrow())
                .slowest("useful_after", useful)
                .say();
    }

    private static void until(Callable<Boolean> isTrue) throws Exception {
        while (!isTrue.call()) Thread.sleep(LOOK_EACH_MILLISECONDS);
    }

    private MailSql sql() throws IOException {
        return new MailSql(JdbcClient.create(new RunningDatabase(home).keeper()), run);
    }
}
