package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import sportello.mime.Reading;

/** A parser that goes round and round costs one mail. */
class ReadersTest {
    private static final Reading READ = new Reading.Unreadable("not_a_mail", "");

    private final Readers readers = new Readers(Duration.ofMillis(20), Duration.ofMillis(100));

    @Test
    void who_reads_without_end_is_left_alone_and_the_next_mail_is_read() {
        var over = new AtomicBoolean();
        var reading = readers.read(() -> {
            while (!over.get()) Thread.onSpinWait();
            return READ;
        });

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo("too_slow"));
        assertThat(readers.read(() -> READ)).isSameAs(READ);
        over.set(true);
    }

    @Test
    void who_waits_for_the_disk_is_waited_for() {
        var reading = readers.read(() -> {
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return READ;
        });

        assertThat(reading).isSameAs(READ);
    }

    @Test
    void what_goes_wrong_is_told_to_whoever_wants_it_read() {
        assertThatThrownBy(() -> readers.read(() -> {
                    throw new IllegalStateException("odd");
                }))
                .hasMessage("odd");
        assertThatThrownBy(() -> readers.read(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }
}
