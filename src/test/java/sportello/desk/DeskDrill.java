package sportello.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.bench.Bringing;
import sportello.bench.MailSql;
import sportello.bench.Postman;
import sportello.bench.Tally;

/**
 * A whole desk under real kills: requests come by SMTP, each becomes a ticket and is answered by mail, and the desk or its
 * database dies in the middle of it. Run by {@code bin/drill DeskDrill}.
 */
@Tag("drill")
class DeskDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    /** So few that the desk, which lets three hundred letters a minute leave, keeps up. */
    private static final int REST = 1_800;
    /** Letters that are in the hands of the server at once: so many may go again when a desk dies. */
    private static final int IN_HAND = 4;

    private static final int KILLS = Integer.getInteger("drill.kills", 25);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());

    /** What a mail by SMTP does not come by: those that fetch, and that put aside. */
    private static final List<String> ELSEWHERE = List.of("Step.FETCH", "Step.FLAG", "SortingStep.QUARANTINE");

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private final Relay relay = new Relay(mail -> {});
    private final String run = Long.toString(SEED, Character.MAX_RADIX);
    private final List<Double> backAfter = new ArrayList<>();
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(home.resolve("desk"), relay.port());
        await(desk::isReady);
        sql().openTo(ADDRESS);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        relay.close();
    }

    @Test
    void a_desk_that_is_killed_again_and_again_loses_nothing_and_says_nothing_twice() throws Exception {
        var bringing = new Bringing(desk.mailPort(), ADDRESS, run, REST);
        for (var kill = 0; kill < KILLS; kill++) {
            var before = bringing.taken();
            await(() -> bringing.taken() > before);
            Thread.sleep(random.nextInt(5_000));
            fall(() -> {
                desk.kill();
                desk.startAgain();
            });
        }
        finish("R2 R19", KILLS, bringing, KILLS * IN_HAND);
    }

    @Test
    void a_desk_that_dies_at_any_step_loses_nothing_and_says_nothing_twice() throws Exception {
        var bringing = new Bringing(desk.mailPort(), ADDRESS, run, REST);
        var deaths = 0;
        for (var step : steps()) {
            for (var after : new int[] {1, 5}) {
                System.out.println(step + " " + after);
                desk.kill();
                desk.startAgain("--drill.halt=" + step, "--drill.after=" + after);
                assertThat(desk.awaitDeath()).as(step).isEqualTo(DeskProgram.KILLED);
                deaths++;
            }
        }
        desk.startAgain();
        finish("R3", deaths, bringing, 2 * deaths * IN_HAND);
    }

    @Test
    void whose_database_is_killed_goes_on_by_itself() throws Exception {
        var bringing = new Bringing(desk.mailPort(), ADDRESS, run, REST);
        for (var kill = 0; kill < KILLS; kill++) {
            var before = bringing.taken();
            await(() -> bringing.taken() > before + 2);
            Thread.sleep(random.nextInt(3_000));
            fall(desk::killDatabase);
            assertThat(desk.isRunning()).isTrue();
        }
        finish("R27", KILLS, bringing, 0);
    }

    private interface Fall {
        void happen() throws Exception;
    }

    /** Notes for how long it was not there. */
    private void fall(Fall fall) throws Exception {
        var fell = System.nanoTime();
        fall.happen();
        await(desk::isReady);
        backAfter.add((System.nanoTime() - fell) / 1e9);
    }

    private void finish(String row, int faults, Bringing bringing, int mayGoAgain) throws Exception {
        var taken = bringing.end();
        var over = System.nanoTime();
        await(this::isAllDone);
        var doneAfter = (System.nanoTime() - over) / 1e9;
        var quarantined = quarantined();
        retry();
        await(this::isAllDone);
        var lost = sql().lost(taken);
        var doubled = sql().doubled();
        var unanswered = unanswered(taken);
        var twice = answeredTwice();
        var again = again();
        Tally.of(row)
                .with("seed", SEED)
                .with("faults", faults)
                .accepted(taken, lost, doubled)
                .with("quarantined", quarantined)
                .with("repeated", bringing.repeated())
                .with("unanswered", unanswered)
                .with("answered_twice", twice.size())
                .with("sent_again", again)
                .slowest("recovery", backAfter)
                .with("done_after", doneAfter)
                .say();
        assertThat(List.of(lost, doubled, quarantined(), unanswered))
                .as(desk.words())
                .containsOnly(0L);
        assertThat(twice).isEmpty();
        assertThat(again).isLessThanOrEqualTo(mayGoAgain);
    }

    private boolean isAllDone() throws IOException {
        return !sql().isSomethingWaiting() && desk.count("letter where state = 'waiting'") == 0;
    }

    private long quarantined() throws IOException {
        return desk.count("arrival where state = 'QUARANTINED'");
    }

    /**
     * As people do it: a mail in whose hands the program died again and again is put aside, and some were only in its company.
     */
    private void retry() throws IOException {
        desk.database()
                .sql("update arrival set state = 'WAITING', tries = 0, reason = '', detail = '', settled_at = null"
                        + " where state = 'QUARANTINED'")
                .update();
    }

    private long unanswered(int taken) {
        var answered = new HashSet<String>();
        for (var mail : relay.taken()) answered.add(mail.recipient());
        return Stream.iterate(0, number -> number < taken, number -> number + 1)
                .filter(number -> !answered.contains(Postman.sender(number)))
                .count();
    }

    /** Those who got two letters, which would be two answers to one request. */
    private List<String> answeredTwice() {
        var ids = relay.taken().stream().collect(groupingBy(Relay.Taken::recipient, toSet()));
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .map(Relay.Taken::messageId)
                                .distinct()
                                .count()
                        > 1)
                .map(entry -> entry.getKey())
                .toList();
    }

    /** Letters that the server took more than once under one Message-ID: nobody knew that it had them. */
    private long again() {
        return relay.taken().stream().collect(groupingBy(Relay.Taken::messageId, counting())).values().stream()
                .mapToLong(times -> times - 1)
                .sum();
    }

    private static List<String> steps() throws ClassNotFoundException {
        var names = Stream.<String>builder();
        for (var type : List.of("mailbox.Step", "postmaster.SortingStep", "mail.SendingStep"))
            for (var step : Class.forName("sportello." + type).getEnumConstants())
                names.add(DeskProgram.name((Enum<?>) step));
        return names.build().filter(name -> !ELSEWHERE.contains(name)).toList();
    }

    private MailSql sql() throws IOException {
        return new MailSql(desk.database(), run);
    }

    private void await(Callable<Boolean> isTrue) throws Exception {
        Patiently.until(isTrue, desk);
    }
}
