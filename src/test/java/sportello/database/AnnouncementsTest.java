package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.mailbox.Wire;

/** A server may vanish without a word: a machine that is switched off, a firewall that forgets. */
class AnnouncementsTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger beginnings = new AtomicInteger();

    @Test
    void who_hears_nothing_asks_whether_anybody_is_there() throws Exception {
        var database = TestDatabase.fresh();
        var straight = new Access(database.url(), database.user(), database.password());
        var port = URI.create(database.url().replaceFirst("jdbc:", "")).getPort();
        try (var wire = Wire.to(port)) {
            var url = database.url().replace(":" + port, ":" + wire.port());
            var server = new ExternalDatabase(new Access(url, database.user(), database.password()));
            var ears = new Announcements(server, "prova", heard::add, beginnings::incrementAndGet, 100);
            ears.start();
            Patiently.until(() -> beginnings.get() == 1);
            wire.fallSilent();
            Patiently.until(wire::isFree);
            wire.heal();
            Patiently.until(() -> beginnings.get() == 2);
            JdbcClient.create(Pool.direct(straight))
                    .sql("notify prova, 'eccomi'")
                    .update();
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("eccomi");
            ears.stop();
        }
    }
}
