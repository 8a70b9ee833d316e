package sportello.mailbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import sportello.settings.Secrets;

/** Who reads one mailbox, and is ended in the middle of it. */
@Ground
class KeeperTest {
    private static final long PATIENCE = 20;

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    Secrets secrets;

    @Autowired
    Tokens tokens;

    @Autowired
    Sweep sweep;

    @Autowired
    HealthSql health;

    @Autowired
    ApplicationEventPublisher events;

    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Boolean> undisturbed = new AtomicReference<>();

    /** An interrupt would break the database's connection, not the server's. */
    @Test
    void what_is_written_of_a_failure_is_not_disturbed_by_the_end() throws InterruptedException {
        var watching = new Watching(health, events) {
            @Override
            void failing(Lease lease, Exception problem) {
                writing.countDown();
                undisturbed.set(isWritten());
            }
        };
        var reading = new Reading(mailboxes, secrets, tokens, new Connecting(Ground.HASTY), sweep, watching) {
            @Override
            boolean session(Lease lease, Patience patience, Runnable well) throws IOException {
                throw new IOException("the line broke");
            }
        };
        var keeper = new Keeper(new Lease(new MailboxId(1), 1), reading, watching, Ground.HASTY);

        keeper.start();
        assertThat(writing.await(PATIENCE, SECONDS)).isTrue();
        keeper.stop();
        ended.countDown();
        keeper.join(Duration.ofSeconds(PATIENCE));

        assertThat(keeper.isAlive()).isFalse();
        assertThat(undisturbed.get()).isTrue();
    }

    private boolean isWritten() {
        try {
            return ended.await(PATIENCE, SECONDS);
        } catch (InterruptedException disturbed) {
            return false;
        }
    }
}
