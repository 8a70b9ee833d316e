package sportello.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.bench.Bringing;
import sportello.bench.MailSql;
import sportello.bench.Postman;
import sportello.bench.Tally;

/**
 * The door to which mail is brought, with a thousand callers who bring nothing and never leave, and with a full disk (R19).
 * Run by {@code bin/drill ListenerDrill}, as root, who can mount a small disk.
 */
@Tag("drill")
class ListenerDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    private static final String RUN = "porta";
    private static final int SLOW = Integer.getInteger("drill.callers", 1_000);
    private static final int MAILS = Integer.getInteger("drill.mails", 100);
    /** From so many machines they call. */
    private static final int MACHINES = 20;

    private static final int MILLISECONDS_UNTIL_AGAIN = 30_000;
    /** How the greeting of a server begins that has time. */
    private static final int WELCOME = '2';

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path home;

    private final Relay relay = new Relay(mail -> {});
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private Desk desk;

    @AfterEach
    void close() throws Exception {
        over.set(true);
        desk.close();
        relay.close();
    }

    private void open(Path place) throws Exception {
        desk = new Desk(place, relay.port());
        Patiently.until(desk::isReady, desk);
        sql().openTo(ADDRESS);
    }

    @Test
    void a_thousand_who_talk_for_ever_keep_no_mail_out() throws Exception {
        open(home.resolve("desk"));
        var slow = IntStream.range(0, SLOW)
                .mapToObj(number -> Thread.ofVirtual().start(() -> talkForEver(number % MACHINES)))
                .toList();
        Patiently.until(() -> calls.get() >= SLOW, desk);

        var start = System.nanoTime();
        var bringing = new Bringing(desk.mailPort(), ADDRESS, RUN, 500);
        Patiently.whileGrows(() -> (long) bringing.taken(), () -> bringing.taken() >= MAILS, desk);
        var taken = bringing.end();
        var seconds = (System.nanoTime() - start) / 1e9;
        over.set(true);
        slow.forEach(Thread::interrupt);
        Patiently.until(() -> !sql().isSomethingWaiting(), desk);

        Tally.of("R19 slow callers")
                .with("faults", SLOW)
                .accepted(taken, sql().lost(taken), sql().doubled())
                .with("repeated", bringing.repeated())
                .with("calls", calls.get())
                .with("seconds", seconds)
                .say();
        assertThat(List.of(sql().lost(taken), sql().doubled())).containsOnly(0L);
    }

    private void talkForEver(int machine) {
        while (!over.get()) {
            try {
                talk(machine);
                Thread.sleep(MILLISECONDS_UNTIL_AGAIN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A sign each second, until it is sent away. */
    private void talk(int machine) throws InterruptedException {
        var from = InetAddress.ofLiteral("127.0.1." + (machine + 1));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), desk.mailPort(), from, 0)) {
            calls.incrementAndGet();
            if (socket.getInputStream().read() != WELCOME) return;
            while (!over.get()) {
                socket.getOutputStream().write('E');
                Thread.sleep(1_000);
            }
        } catch (IOException sentAway) {
            // and calls again
        }
    }

    @Test
    void on_a_disk_that_is_nearly_full_mail_may_come_again_and_none_is_lost() throws Exception {
        var disk = Files.createDirectory(home.resolve("disk"));
        Command.run("mount", "-t", "tmpfs", "-o", "size=1500m", "tmpfs", disk.toString());
        try {
            open(disk.resolve("desk"));
            var taken = new ArrayList<Integer>();
            bring(0, taken);
            for (var number = 1; number < 10; number++) {
                var ballast = leaveTwentieth(disk);
                var next = number;
                assertThatThrownBy(() -> bring(next, taken)).hasMessageContaining(": 452");
                Files.delete(ballast);
                bring(number, taken);
            }
            Patiently.until(() -> !sql().isSomethingWaiting(), desk);

            Tally.of("R19 full disk")
                    .with("faults", 9)
                    .accepted(taken.size(), sql().lost(taken.size()), sql().doubled())
                    .say();
            assertThat(List.of(sql().lost(taken.size()), sql().doubled())).containsOnly(0L);
        } finally {
            desk.close();
            Command.run("umount", disk.toString());
        }
    }

    private void bring(int number, List<Integer> taken) throws IOException {
        try (var postman = new Postman(desk.mailPort(), RUN)) {
            postman.bring(number, ADDRESS);
            taken.add(number);
        }
    }

    /** Leaves less of the disk than a twentieth. */
    private static Path leaveTwentieth(Path disk) throws IOException {
        var ballast = disk.resolve("ballast");
        var store = Files.getFileStore(disk);
        try (var file = Files.newOutputStream(ballast)) {
            while (store.getUsableSpace() * 20 >= store.getTotalSpace()) file.write(new byte[MEGABYTE]);
        }
        return ballast;
    }

    private MailSql sql() throws IOException {
        return new MailSql(desk.database(), RUN);
    }
}
