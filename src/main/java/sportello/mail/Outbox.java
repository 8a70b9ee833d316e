package sportello.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Steps;
import sportello.jobs.Jobs;

/**
 * Where letters are posted; they leave when the transaction has committed and a mail server is there, those of one thread to
 * one person in the order in which they were posted.
 */
@Component
public class Outbox {
    private final LetterSql sql;
    private final LetterListSql list;
    private final Jobs jobs;
    private final Courier courier;
    private final Clock clock;
    private final MessageIds names;
    private final Gate gate;
    private final Seals seals;
    private final Steps steps;

    Outbox(
            LetterSql sql,
            LetterListSql list,
            Jobs jobs,
            Courier courier,
            Clock clock,
            MessageIds names,
            Gate gate,
            Seals seals,
            ObjectProvider<Steps> steps) {
        this.sql = sql;
        this.list = list;
        this.jobs = jobs;
        this.courier = courier;
        this.clock = clock;
        this.names = names;
        this.gate = gate;
        this.seals = seals;
        this.steps = steps.getIfAvailable(() -> Steps.UNHEARD);
    }

    /** Keeps the letter and sends it soon; it gets its Message-ID now and keeps it. */
    @Transactional
    public LetterId post(Letter letter) {
        return post(letter, freshId());
    }

    /**
     * The same for a letter that lets in whoever reads it: it is kept under the house's encryption until it has left, its
     * text is gone from then on, and it never goes again.
     */
    @Transactional
    public LetterId postSecret(Letter letter) {
        return post(letter, LetterSql.Kind.SECRET);
    }

    /** The same for what administrators are to hear of at once: it does not wait behind letters without end. */
    @Transactional
    public LetterId postAlarm(Letter letter) {
        return post(letter, LetterSql.Kind.ALARM);
    }

    private LetterId post(Letter letter, LetterSql.Kind kind) {
        var seal =
                seals.promises(List.of(letter), Encrypting.AS_USUAL).getFirst().orElse(null);
        var id = insert(List.of(new LetterSql.Posted(letter, freshId(), null, kind, seal)), clock.instant(), null)
                .getFirst();
        jobs.stage(SendingJob.of(id));
        return id;
    }

    /** Posts a letter under a Message-ID that was drawn before: that of a mail to several people, or of one that goes again. */
    @Transactional
    public LetterId post(Letter letter, MessageId messageId) {
        var id = insert(letter, messageId, Encrypting.AS_USUAL, clock.instant(), null);
        jobs.stage(SendingJob.of(id));
        return id;
    }

    /** Posts letters about one thread, each under a Message-ID of its own by which an answer finds back; in their order. */
    @Transactional
    public List<LetterId> post(List<Letter> letters, String thread) {
        if (letters.isEmpty()) return List.of();
        var promised = seals.promises(letters, Encrypting.AS_USUAL);
        var posted = IntStream.range(0, letters.size())
                .mapToObj(no -> new LetterSql.Posted(
                        letters.get(no),
                        freshId(thread),
                        thread,
                        LetterSql.Kind.USUAL,
                        promised.get(no).orElse(null)))
                .toList();
        var ids = insert(posted, clock.instant(), null);
        jobs.stage(ids.stream().map(SendingJob::of).toList());
        return ids;
    }

    /** The same after a pause, in which it can be recalled. */
    @Transactional
    public LetterId post(Letter letter, MessageId messageId, Duration pause) {
        return post(letter, messageId, pause, Encrypting.AS_USUAL);
    }

    /**
     * The same of what may be confidential.
     *
     * @param encrypting how much it matters
     */
    @Transactional
    public LetterId post(Letter letter, MessageId messageId, Duration pause, Encrypting encrypting) {
        var now = clock.instant();
        var leaves = now.plus(pause);
        var id = insert(letter, messageId, encrypting, now, leaves);
        jobs.stage(SendingJob.of(id), leaves);
        return id;
    }

    private LetterId insert(
            Letter letter, MessageId messageId, Encrypting encrypting, Instant now, @Nullable Instant leaves) {
        var seal = seals.promises(List.of(letter), encrypting).getFirst().orElse(null);
        return insert(List.of(posted(letter, messageId, seal)), now, leaves).getFirst();
    }

    private List<LetterId> insert(List<LetterSql.Posted> posted, Instant now, @Nullable Instant leaves) {
        var ids = sql.insert(posted, now, leaves);
        steps.at(SendingStep.POST);
        return ids;
    }

    private LetterSql.Posted posted(Letter letter, MessageId messageId, @Nullable Seal seal) {
        return new LetterSql.Posted(
                letter, messageId, names.threadOf(messageId.value()).orElse(null), LetterSql.Kind.USUAL, seal);
    }

    /** Takes letters back that nobody has begun to hand over. Of several all come back, or none. */
    @Transactional
    public boolean recall(Collection<LetterId> letters) {
        if (letters.isEmpty() || sql.holdUntouched(letters) < letters.size()) return false;
        sql.recall(letters);
        return true;
    }

    /** Sends a letter once more that failed, under the same Message-ID; no other letter goes again. */
    @Transactional
    public Optional<LetterId> again(LetterId failed) {
        var letter = sql.repeat(failed, clock.instant());
        steps.at(SendingStep.POST);
        letter.map(SendingJob::of).ifPresent(jobs::stage);
        return letter;
    }

    /** There is a better server: what waits for one is due now. Who may still recall a letter keeps the time for it. */
    @Transactional
    public void hasten() {
        hope();
        jobs.hasten(sql.overdue(clock.instant()).stream().map(SendingJob::of).toList());
    }

    /**
     * Sends a letter at once that waits for its next try, or that was given up: under the same Message-ID. What was sent or
     * recalled, what can still be recalled, and what went again as another letter stays as it is, and the answer is no.
     */
    @Transactional
    public boolean tryNow(LetterId id) {
        if (!list.revive(id, clock.instant())) return false;
        hope();
        var job = SendingJob.of(id);
        jobs.stage(job);
        jobs.hasten(List.of(job));
        return true;
    }

    private void hope() {
        gate.hope();
        courier.hope();
    }

    /** A Message-ID that no mail bears yet. */
    public MessageId freshId() {
        return names.fresh();
    }

    /** The same for a mail of a thread, by which an answer finds back. */
    public MessageId freshId(String thread) {
        return names.fresh(thread);
    }

    /** A name that letters of one thread can refer to, though no letter bears it: mail programs then keep them together. */
    public MessageId thread(String name) {
        return names.thread(name);
    }

    /**
     * What the mail server said that does not let us in, so that letters wait; empty where it does, and for those that
     * administrators keep, of whose health more is known.
     */
    public Optional<String> shutOut() {
        return courier.shutOut();
    }

    /** Whether there is a mail server; without one letters wait. */
    public boolean hasServer() {
        return courier.hasServer();
    }
}
