package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.base.Tripwire;
import sportello.bench.Tally;
import sportello.settings.Secrets;
import sportello.storage.Files;

/**
 * The server of ten mailboxes of fifty says nothing more for {@code -Ddrill.minutes}, and all take the time that they
 * take in a house (R6).
 */
@Ground
@Tag("drill")
class SilenceDrill {
    private static final Duration SILENCE = Duration.ofMinutes(Integer.getInteger("drill.minutes", 10));
    private static final int QUIET = 10;
    private static final int LIVELY = 40;
    private static final Duration MOST_TO_GIVE_UP = Duration.ofSeconds(60);
    private static final Duration MOST_TO_COME_BACK = Duration.ofSeconds(60);
    private static final Duration MOST_DELAY = Duration.ofSeconds(5);

    /** Whoever is later than that is lost. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @Autowired
    Heard heard;

    @Autowired
    LeaseSql leases;

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    Secrets secrets;

    @Autowired
    Tokens tokens;

    @Autowired
    PositionSql positions;

    @Autowired
    Receiving receiving;

    @Autowired
    Stumbling stumbling;

    @Autowired
    Files files;

    @Autowired
    Tripwire steps;

    @Autowired
    Watching watching;

    @Autowired
    OurCertificate certificate;

    @Autowired
    JdbcClient db;

    private final Random chance = new Random(6);
    private final List<Post> quiet = new ArrayList<>();
    private final List<Post> lively = new ArrayList<>();
    private final List<Double> delays = new ArrayList<>();
    private Keepers node;

    /** A mailbox and the account behind it. */
    private final class Post {
        private final MailServer.Account account = server.account();
        private final MailboxId mailbox;
        private int delivered;

        Post(int port) {
            mailbox = errand.mailbox(Protocol.IMAP, port, account, new Afterwards.Delete());
        }

        void deliver() {
            delivered++;
            account.deliver(delivered, delivered);
        }

        boolean hasAll() {
            return errand.count(mailbox) >= delivered;
        }

        boolean fails() {
            return errand.health(mailbox).failingSince() != null;
        }
    }

    @BeforeEach
    void begin() {
        db.sql("update mailbox set valid = false, lease_until = null").update();
        var sweep = new Sweep(positions, receiving, stumbling, files, steps, Limits.USUAL);
        var reading = new Reading(mailboxes, secrets, tokens, new Connecting(Limits.USUAL), sweep, watching);
        node = new Keepers(leases, reading, watching, receiving, certificate, Limits.USUAL);
    }

    @AfterEach
    void end() {
        node.stop();
    }

    @Test
    void forty_mailboxes_hear_nothing_of_the_silence_of_ten() throws IOException {
        try (var wire = Wire.to(server.port(Protocol.IMAP))) {
            for (var one = 0; one < QUIET; one++) quiet.add(new Post(wire.port()));
            for (var one = 0; one < LIVELY; one++) lively.add(new Post(server.port(Protocol.IMAP)));
            quiet.forEach(Post::deliver);
            lively.forEach(Post::deliver);
            node.start();
            await(() -> quiet.stream().allMatch(Post::hasAll) && lively.stream().allMatch(Post::hasAll));

            wire.fallSilent();
            var begun = System.nanoTime();
            quiet.forEach(Post::deliver);
            var gaveUp = deliverToOthersUntil(begun, () -> quiet.stream().allMatch(Post::fails));
            deliverToOthersUntil(begun, () -> since(begun) > SILENCE.toSeconds());

            wire.heal();
            var healed = System.nanoTime();
            await(() -> quiet.stream().allMatch(Post::hasAll) && quiet.stream().noneMatch(Post::fails));
            tell(gaveUp, since(healed));
            for (var post : quiet)
                assertThat(heard.of(MailboxStopped.class, post.mailbox)).hasSize(1);
            for (var post : lively)
                assertThat(heard.of(MailboxStopped.class, post.mailbox)).isEmpty();
        }
    }

    /** @return how many seconds it took until the wish came true */
    private double deliverToOthersUntil(long begun, BooleanSupplier wish) {
        while (!wish.getAsBoolean()) {
            var post = lively.get(chance.nextInt(LIVELY));
            var delivered = System.nanoTime();
            post.deliver();
            await(post::hasAll);
            delays.add(since(delivered));
        }
        return since(begun);
    }

    private void tell(double gaveUp, double cameBack) {
        var all = new ArrayList<>(quiet);
        all.addAll(lively);
        var accepted = 0L;
        var lost = 0L;
        var doubled = 0L;
        for (var post : all) {
            var arrived = errand.count(post.mailbox);
            accepted += post.delivered;
            lost += Math.max(0, post.delivered - arrived);
            doubled += Math.max(0, arrived - post.delivered);
        }
        var longest = delays.stream().mapToDouble(each -> each).max().orElseThrow();
        Tally.of("R6 " + SILENCE.toMinutes() + "min")
                .with("faults", QUIET)
                .accepted(accepted, lost, doubled)
                .with("gave_up", gaveUp)
                .with("back", cameBack)
                .slowest("others", delays)
                .with("others_max", longest)
                .say();
        assertThat(lost + doubled).isZero();
        assertThat(gaveUp).isLessThan(MOST_TO_GIVE_UP.toSeconds());
        assertThat(cameBack).isLessThan(MOST_TO_COME_BACK.toSeconds());
        assertThat(longest).isLessThan(MOST_DELAY.toSeconds());
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void await(BooleanSupplier wish) {
        var begun = System.nanoTime();
        while (!wish.getAsBoolean()) {
            assertThat(since(begun)).as("in time").isLessThan(PATIENCE.toSeconds());
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
