package sportello.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.bench.MailSql;
import sportello.bench.Postman;
import sportello.bench.Tally;
import sportello.mime.FastidiousReader.Poison;

/**
 * One mail in a thousand is too much for its reader or for the database: it waits in quarantine, and all others become tickets
 * (R12). Run by {@code bin/drill PoisonDrill}; {@code -Ddrill.mails=20000}.
 */
@Tag("drill")
class PoisonDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    private static final int MAILS = Integer.getInteger("drill.mails", 20_000);
    private static final int ONE_IN = 1_000;
    private static final int AT_ONCE = 8;
    private static final String RUN = "veleno";
    private static final Poison[] POISONS = Poison.values();

    @TempDir
    Path home;

    private final Relay relay = new Relay(mail -> {});
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = Desk.lasting(home.resolve("desk"), relay.port());
        Patiently.until(desk::isReady, desk);
        desk.kill();
        desk.startAgain("--drill.poison=true");
        Patiently.until(desk::isReady, desk);
        sql().openTo(ADDRESS);
        desk.database()
                .sql("alter table ticket add constraint no_poison check (title not like '% rifiutata')")
                .update();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        relay.close();
    }

    @Test
    void poison_is_put_aside_and_all_else_becomes_tickets() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var servers = IntStream.range(0, AT_ONCE)
                    .mapToObj(server -> threads.submit(() -> bring(server)))
                    .toList();
            for (var server : servers) server.get();
        }
        Patiently.whileGrows(
                () -> desk.count("arrival where state <> 'WAITING'"), () -> !sql().isSomethingWaiting(), desk);
        var poisoned = MAILS / ONE_IN;
        var quarantined = desk.count("arrival where state = 'QUARANTINED'");
        var unexplained = desk.count("arrival where state = 'QUARANTINED' and (reason = '' or detail = '')");
        var lost = MAILS - quarantined - sql().tickets();

        Tally.of("R12")
                .with("faults", poisoned)
                .accepted(MAILS, lost, sql().doubled())
                .with("quarantined", quarantined)
                .with("unexplained", unexplained)
                .with("longest_pause", longestPause())
                .say();
        assertThat(List.of(lost, sql().doubled(), unexplained)).containsOnly(0L);
        assertThat(quarantined).isEqualTo(poisoned);
    }

    /** The longest time, in seconds, in which mails waited and none had its turn. */
    private double longestPause() throws IOException {
        return desk.database().sql("""
                select max(extract(epoch from settled_at - greatest(arrived_at, before)))
                  from (select arrived_at, settled_at, lag(settled_at) over (order by settled_at, id) as before
                          from arrival) turn
                """).query(Double.class).single();
    }

    private Void bring(int server) throws IOException {
        try (var postman = new Postman(desk.mailPort(), RUN)) {
            for (var number = server; number < MAILS; number += AT_ONCE) postman.bring(mail(number), number, ADDRESS);
        }
        return null;
    }

    private static String mail(int number) {
        var mail = Postman.mail(RUN, number, ADDRESS);
        if (number % ONE_IN != 0) return mail;
        var kind = number / ONE_IN % (POISONS.length + 1);
        return kind < POISONS.length
                ? POISONS[kind].line() + "\r\n" + mail
                : mail.replaceFirst("(Subject: [^\r]*)", "$1 rifiutata");
    }

    private MailSql sql() throws IOException {
        return new MailSql(desk.database(), RUN);
    }
}
