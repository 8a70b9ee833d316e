package sportello.desk;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.bench.MailSql;
import sportello.bench.Postman;
import sportello.bench.Tally;
import sportello.mailbox.GivenMailbox;
import sportello.mailbox.Protocol;

/**
 * A whole desk between mail servers that others made: it fetches from Dovecot, and mails by Postfix. Run by {@code bin/drill
 * mail}, as root; {@code -Ddrill.mails} wait in mailboxes of ten thousand.
 */
@Tag("drill")
class RealServersDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    private static final int MAILS = Integer.getInteger("drill.mails", 2_000);
    private static final int LARGEST = 10_000;
    private static final Duration AWAY = Duration.ofMinutes(Integer.getInteger("drill.away", 0));
    /** In so many parts it is seen whether the last mails are sorted as quickly as the first. */
    private static final int PARTS = 10;

    @TempDir
    Path home;

    private final Relay others = new Relay(mail -> {});
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private Dovecot dovecot;
    private Postfix postfix;
    private Desk desk;
    private int given;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Dovecot.isInstalled(), "bin/drill mail installs the servers");
        dovecot = new Dovecot(home.resolve("dovecot"));
        postfix = new Postfix(home.resolve("postfix"), others.port());
        desk = Desk.lasting(home.resolve("desk"), postfix.port());
        Patiently.until(desk::isReady, desk);
        sql().openTo(ADDRESS);
    }

    @AfterEach
    void close() throws Exception {
        others.close();
        if (desk == null) return;
        desk.close();
        postfix.close();
        dovecot.close();
    }

    /** An account and how many mails wait in it. */
    private record Box(String name, Protocol protocol, String afterwards, int mails) {}

    @Test
    void mailboxes_of_every_size_become_tickets_and_each_mail_once() throws Exception {
        var boxes = Stream.concat(
                        Stream.of(
                                new Box("vuota", Protocol.IMAP, "LEAVE", 0),
                                new Box("una", Protocol.IMAP, "LEAVE", 1),
                                new Box("novantanove", Protocol.IMAP, "MOVE", 99),
                                new Box("cento", Protocol.IMAP, "DELETE", 100),
                                new Box("centouno", Protocol.POP3, "DELETE", 101)),
                        largest())
                .toList();
        for (var box : boxes) deliver(box.name(), box.mails());

        var start = System.nanoTime();
        for (var box : boxes) keep(box);
        Patiently.whileGrows(
                () -> desk.count("arrival"), () -> desk.count("arrival") >= given && !sql().isSomethingWaiting(), desk);

        var tally = Tally.of("R1")
                .with("faults", 0)
                .accepted(given, sql().lost(given), sql().doubled())
                .with("quarantined", desk.count("arrival where state = 'QUARANTINED'"))
                .with("arrival_to_ticket_p95", slowest(0.95))
                .with("per_second", given / ((System.nanoTime() - start) / 1e9));
        for (var pace : paces()) tally.with("part" + pace.part(), pace.perSecond());
        tally.say();
        assertThat(List.of(sql().lost(given), sql().doubled())).containsOnly(0L);
        Patiently.until(() -> dovecot.count("centouno", "INBOX") == 0, desk);
        for (var box : boxes) {
            var moved = box.afterwards().equals("MOVE") ? box.mails() : 0;
            var left = box.afterwards().equals("LEAVE") ? box.mails() : 0;
            assertThat(dovecot.count(box.name(), "INBOX")).as(box.name()).isEqualTo(left);
            assertThat(dovecot.count(box.name(), GivenMailbox.DONE))
                    .as(box.name())
                    .isEqualTo(moved);
        }
    }

    private static Stream<Box> largest() {
        return IntStream.iterate(0, from -> from < MAILS, from -> from + LARGEST)
                .mapToObj(from ->
                        new Box("molte" + from / LARGEST, Protocol.IMAP, "LEAVE", Math.min(LARGEST, MAILS - from)));
    }

    @Test
    void whose_server_was_away_is_alarmed_once_and_goes_on_by_itself() throws Exception {
        var box = new Box("una", Protocol.IMAP, "DELETE", 1);
        deliver(box.name(), 1);
        keep(box);
        Patiently.until(() -> sql().tickets() == 1, desk);

        dovecot.stop();
        var stopped = System.nanoTime();
        Patiently.until(() -> desk.count("mailbox where alarmed_at is not null") == 1, desk);
        var alarmed = (System.nanoTime() - stopped) / 1e9;
        Thread.sleep(AWAY);
        dovecot.startAgain();
        Patiently.until(() -> isDelivered(box.name()), desk);
        var back = System.nanoTime();
        Patiently.until(() -> sql().tickets() == given, desk);

        var recovered = (System.nanoTime() - back) / 1e9;
        Patiently.until(() -> desk.count("mailbox where alarmed_at is not null") == 0, desk);
        Tally.of("R8")
                .with("faults", 1)
                .accepted(given, sql().lost(given), sql().doubled())
                .with("alarm_after", alarmed)
                .with("away_minutes", AWAY.toMinutes())
                .with("recovery", recovered)
                .say();
        assertThat(List.of(sql().lost(given), sql().doubled())).containsOnly(0L);
    }

    @Test
    void each_request_is_answered_once_by_way_of_another_server() throws Exception {
        var requests = 40;
        deliver("una", requests);
        keep(new Box("una", Protocol.IMAP, "DELETE", requests));

        var asked = IntStream.range(0, requests).mapToObj(Postman::sender).collect(toSet());
        Patiently.until(() -> others.taken().size() >= requests, desk);
        Patiently.until(() -> desk.count("letter where state = 'waiting'") == 0, desk);
        var answered = new ArrayList<String>();
        for (var mail : others.taken()) {
            assertThat(mail.sender()).as("the null sender").isEmpty();
            answered.add(mail.recipient());
        }
        System.out.printf("Postfix answered=%d requests=%d%n", answered.size(), requests);
        assertThat(answered).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(asked);
    }

    private void deliver(String account, int mails) throws IOException, InterruptedException {
        Patiently.until(() -> {
            dovecot.deliver(account, Stream.empty());
            return true;
        });
        dovecot.deliver(
                account, IntStream.range(given, given + mails).mapToObj(number -> Postman.mail(run, number, ADDRESS)));
        given += mails;
    }

    /** One more, as soon as the server is there again. */
    private boolean isDelivered(String account) throws IOException {
        dovecot.deliver(account, Stream.of(Postman.mail(run, given, ADDRESS)));
        given++;
        return true;
    }

    private void keep(Box box) throws IOException {
        var port = box.protocol() == Protocol.IMAP ? dovecot.imap() : dovecot.pop3();
        GivenMailbox.insert(
                desk.database(), box.name(), box.protocol(), port, box.name() + "@valle.example", box.afterwards());
    }

    /** In seconds, of this part of all mails. */
    private double slowest(double part) throws IOException {
        return desk.database().sql("""
                        select percentile_cont(:part) within group (order by extract(epoch from settled_at - arrived_at))
                          from arrival
                        """).param("part", part).query(Double.class).single();
    }

    /** How many mails of a part of them became tickets in a second. */
    private record Pace(int part, double perSecond) {}

    private List<Pace> paces() throws IOException {
        return desk.database().sql("""
                        select part,
                               count(*) / greatest(0.1, extract(epoch from max(settled_at) - min(settled_at))) as per_second
                          from (select settled_at, ntile(:parts) over (order by settled_at) as part from arrival) parts
                         group by part
                         order by part
                        """).param("parts", PARTS).query(Pace.class).list();
    }

    private MailSql sql() throws IOException {
        return new MailSql(desk.database(), run);
    }
}
