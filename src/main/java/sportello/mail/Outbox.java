package sportello.mail;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.jobs.Jobs;
import sportello.settings.Settings;

/** Where letters are posted; they leave when the transaction has committed and a mail server is there. */
@Component
public class Outbox {
    private final LetterSql sql;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final String host;

    Outbox(LetterSql sql, Jobs jobs, Courier courier, Clock clock, Settings settings) {
        this.sql = sql;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
        this.host = settings.baseUrl().getHost();
    }

    /** Keeps the letter and sends it soon; it gets its Message-ID now and keeps it. */
    @Transactional
    public LetterId post(Letter letter) {
        return post(letter, freshId());
    }

    /** The same under a Message-ID that was drawn before: that of a mail to several people, or of one that goes again. */
    @Transactional
    public LetterId post(Letter letter, MessageId messageId) {
        var id = sql.insert(letter, messageId, clock.instant());
        jobs.stage(SendingJob.of(id));
        return id;
    }

    /** Sends a letter once more that failed, under the same Message-ID; no other letter goes again. */
    @Transactional
    public Optional<LetterId> again(LetterId failed) {
        var letter = sql.repeat(failed, clock.instant());
        letter.map(SendingJob::of).ifPresent(jobs::stage);
        return letter;
    }

    /** A Message-ID that no mail bears yet. */
    public MessageId freshId() {
        return new MessageId("<" + UUID.randomUUID() + "@" + host + ">");
    }

    /** A name that letters of one thread can refer to, though no letter bears it: mail programs then keep them together. */
    public MessageId thread(String name) {
        return new MessageId("<" + name + "@" + host + ">");
    }

    /** Whether there is a mail server; without one letters wait. */
    public boolean hasServer() {
        return courier.hasServer();
    }
}
