package sportello.desk;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
 * Ten thousand mails in two mailboxes of Dovecot, many of which are others once more or look like them (R10): what is the
 * same is one ticket in each mailbox, and what only looks the same is not taken for it. Run by {@code bin/drill mail}, as
 * root.
 */
@Tag("drill")
class TwinsDrill {
    private static final String ADDRESS = "assistenza@valle.example";
    private static final String HERE = "assistenza";
    private static final String THERE = "info";
    private static final int COPIED = 400;
    private static final int COPIES = 10;
    private static final int UNDER_ONE_NAME = 500;
    private static final int IN_BOTH = 1_500;
    private static final int NAMELESS = 2_000;

    @TempDir
    Path home;

    private final Relay others = new Relay(mail -> {});
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private Dovecot dovecot;
    private Desk desk;
    private int numbers;
    private int delivered;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Dovecot.isInstalled(), "bin/drill mail installs it");
        dovecot = new Dovecot(home.resolve("dovecot"));
        desk = Desk.lasting(home.resolve("desk"), others.port());
        Patiently.until(desk::isReady, desk);
        sql().openTo(ADDRESS);
    }

    @AfterEach
    void close() throws Exception {
        others.close();
        if (desk == null) return;
        desk.close();
        dovecot.close();
    }

    @Test
    void what_is_the_same_is_one_ticket_and_what_looks_the_same_is_its_own() throws Exception {
        var here = new ArrayList<String>();
        var there = new ArrayList<String>();
        for (var mail : next(COPIED, 1)) here.add(mail);
        deliver(HERE, here);
        for (var copy = 1; copy < COPIES; copy++) copyAll(copy);
        here.clear();

        for (var mail : next(UNDER_ONE_NAME, 2)) here.addAll(List.of(mail, mail + "Un’altra riga.\r\n"));
        for (var mail : next(IN_BOTH, 2)) {
            here.add(mail);
            there.add(mail);
        }
        for (var mail : next(NAMELESS, 1)) there.add(mail.replaceFirst("Message-ID: .*\r\n", ""));
        deliver(HERE, here);
        deliver(THERE, there);
        assertThat(delivered).isEqualTo(10_000);

        keep(HERE, Protocol.POP3, dovecot.pop3());
        keep(THERE, Protocol.IMAP, dovecot.imap());
        var arrivals = delivered - COPIED * (COPIES - 1);
        Patiently.whileGrows(
                () -> desk.count("arrival"),
                () -> desk.count("arrival") >= arrivals && !sql().isSomethingWaiting(),
                desk);
        Patiently.until(() -> dovecot.count(HERE, "INBOX") + dovecot.count(THERE, "INBOX") == 0, desk);

        var found = tickets();
        Tally.of("R10")
                .with("faults", COPIED * (COPIES - 1) + UNDER_ONE_NAME + IN_BOTH + NAMELESS)
                .accepted(delivered, missing(expected, found), missing(found, expected))
                .with("tickets", found.values().stream().mapToInt(each -> each).sum())
                .say();
        assertThat(found).isEqualTo(expected);
    }

    /** @param tickets how many each is to become */
    private List<String> next(int count, int tickets) {
        var from = numbers;
        numbers += count;
        IntStream.range(from, numbers).forEach(number -> expected.put("Richiesta " + run + "-" + number, tickets));
        return IntStream.range(from, numbers)
                .mapToObj(number -> Postman.mail(run, number, ADDRESS))
                .toList();
    }

    private void deliver(String account, List<String> mails) throws IOException, InterruptedException {
        Patiently.until(() -> {
            dovecot.deliver(account, mails.stream().limit(0));
            return true;
        });
        dovecot.deliver(account, mails.stream());
        delivered += mails.size();
    }

    /** As another program does that restores or synchronises a mailbox: the very bytes, under another name. */
    private void copyAll(int copy) throws IOException, InterruptedException {
        var folder = home.resolve("dovecot/mail").resolve(HERE).resolve("new");
        try (var mails = Files.list(folder)) {
            for (var mail : mails.filter(one -> !one.getFileName().toString().startsWith("copia"))
                    .toList()) {
                Files.copy(mail, folder.resolve("copia" + copy + "." + mail.getFileName()));
                delivered++;
            }
        }
        new ProcessBuilder("chown", "-R", "nobody:nogroup", folder.toString())
                .start()
                .waitFor();
    }

    private void keep(String account, Protocol protocol, int port) throws IOException {
        GivenMailbox.insert(desk.database(), account, protocol, port, account + "@valle.example", "DELETE");
    }

    private Map<String, Integer> tickets() throws IOException {
        record Titled(String title, int count) {}
        return desk
                .database()
                .sql("select title, count(*) as count from ticket where starts_with(title, :beginning) group by title")
                .param("beginning", "Richiesta " + run)
                .query(Titled.class)
                .list()
                .stream()
                .collect(toMap(Titled::title, Titled::count));
    }

    /** How many of the first are not in the second. */
    private static long missing(Map<String, Integer> first, Map<String, Integer> second) {
        return first.entrySet().stream()
                .mapToLong(one -> Math.max(0, one.getValue() - second.getOrDefault(one.getKey(), 0)))
                .sum();
    }

    private MailSql sql() throws IOException {
        return new MailSql(desk.database(), run);
    }
}
