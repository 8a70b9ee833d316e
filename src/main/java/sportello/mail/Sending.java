package sportello.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.base.Steps;
import sportello.jobs.Backoff;
import sportello.mail.SendingSql.Attempt;

/**
 * Sends one letter: takes it, hands it over outside any transaction, and notes what the server said. Between the server's
 * yes and the note the program may die; then the letter goes once more, under the same Message-ID; so it does where nobody
 * knows whether the server took it, three times and no more. Where an earlier letter
 * of the same thread to the same person waits, that one is sent instead, and this one when nothing is before it any more: it
 * was taken, refused, recalled or given up. A letter that has waited for hours passes those over that are put off once more.
 * What was promised to be signed or encrypted is so made here, anew for each attempt, by keys that are valid now; where
 * there are none it is given up, and never leaves otherwise, but for the signature under what no person wrote.
 */
@Component
class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofDays(5);
    private static final Duration UNTIL_THERE_IS_A_SERVER = Duration.ofMinutes(10);
    private static final Duration UNTIL_A_CLAIM_ENDS = Duration.ofMinutes(2);
    private static final Duration WHILE_ANOTHER_TRIES = Duration.ofSeconds(30);
    private static final Duration BEHIND_ANOTHER = Duration.ofSeconds(3);
    private static final Duration BEHIND_ONE_PUT_OFF = Duration.ofHours(4);
    private static final int MOST_UNHEARD = 3;
    private static final LetterId NONE = new LetterId(0);

    private final SendingSql letters;
    private final OurCompany company;
    private final Courier courier;
    private final Gate gate;
    private final Pace pace;
    private final Seals seals;
    private final LetterWords words;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Steps steps;

    /** What a server took while the database could not note it: such a letter must not go again. */
    private final Map<LetterId, Reply.Accepted> unnoted = new ConcurrentHashMap<>();

    /** Attempts that broke off while the database could not hear of it: nobody else may try while it believes in them. */
    private final Set<Attempt> brokenOff = ConcurrentHashMap.newKeySet();

    Sending(
            SendingSql letters,
            OurCompany company,
            Courier courier,
            Gate gate,
            Pace pace,
            Seals seals,
            LetterWords words,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock,
            ObjectProvider<Steps> steps) {
        this.letters = letters;
        this.company = company;
        this.courier = courier;
        this.gate = gate;
        this.pace = pace;
        this.seals = seals;
        this.words = words;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.steps = steps.getIfAvailable(() -> Steps.UNHEARD);
    }

    /** What is to become of the job. */
    sealed interface Next {
        record Done() implements Next {}

        record Again(Instant at) implements Next {}
    }

    Next send(LetterId id) {
        var accepted = unnoted.get(id);
        if (accepted != null) return note(id, accepted);
        brokenOff.forEach(this::letGo);
        var glance = letters.glance(id).orElse(null);
        if (glance == null) return new Next.Done();
        Optional<Account> account;
        try {
            account = courier.account(sender(glance));
        } catch (RuntimeException fault) {
            return faulty(glance.latest(), fault);
        }
        return account.isPresent() ? by(account.get(), glance) : withoutServer(glance.latest());
    }

    private Next withoutServer(Attempt latest) {
        return isTooOld(latest.createdAt())
                ? giveUp(latest, words.of(new Refusal("letter.no_server", PATIENCE.toDays())))
                : again(UNTIL_THERE_IS_A_SERVER);
    }

    /** Our own faults, such as a file that is gone, have no more time than those of others; what a server took is no fault. */
    private Next faulty(Attempt latest, RuntimeException fault) {
        if (!isTooOld(latest.createdAt()) || unnoted.containsKey(latest.id())) throw fault;
        log.error("Letter {} is given up", latest.id().value(), fault);
        return giveUp(latest, words.of(new Refusal("letter.unwritable", PATIENCE.toDays())));
    }

    private String sender(SendingSql.Glance glance) {
        var own = glance.sender();
        return own == null ? company.get().email() : own;
    }

    /** What is too old by now is tried once more, and given up. */
    private Next by(Account account, SendingSql.Glance glance) {
        var hopeless = isTooOld(glance.latest().createdAt());
        var rests = account.restsUntil();
        if (rests != null && rests.isAfter(clock.instant()) && !hopeless) return new Next.Again(rests);
        if (!gate.enter(account)) return again(gate.pause(account));
        try {
            return rests == null || hopeless || courier.isToBeTried(account)
                    ? turn(glance, NONE, account)
                    : again(WHILE_ANOTHER_TRIES);
        } finally {
            gate.leave(account);
        }
    }

    /** @param passed the last of those before it that are passed over */
    private Next turn(SendingSql.Glance glance, LetterId passed, Account account) {
        return switch (glance.alarm() ? pace.nextAlarm() : pace.next()) {
            case Pace.Turn.Go() -> claimed(glance, passed, account);
            case Pace.Turn.Wait(var pause, var isFirst) -> slowed(pause, isFirst);
        };
    }

    private Next slowed(Duration pause, boolean isFirst) {
        if (isFirst) transaction.executeWithoutResult(status -> events.publishEvent(new MailSlowed(Pace.MOST)));
        return again(pause);
    }

    private Next claimed(SendingSql.Glance glance, LetterId passed, Account account) {
        var id = glance.id();
        steps.at(SendingStep.CLAIM);
        var attempt = letters.claim(id, passed, clock.instant()).orElse(null);
        if (attempt == null) return untouched(glance, passed);
        var next = tried(attempt, account);
        if (attempt.id().equals(id)) return next;
        if (next instanceof Next.Done) return again(Duration.ZERO);
        return letters.waitsSince(id, clock.instant().minus(BEHIND_ONE_PUT_OFF))
                ? turn(glance, attempt.id(), account)
                : next;
    }

    private Next tried(Attempt attempt, Account account) {
        try {
            var letter = letters.read(attempt.id());
            return hand(letter, account(letter.letter()).orElse(account));
        } catch (RuntimeException fault) {
            if (!unnoted.containsKey(attempt.id())) brokenOff.add(attempt);
            return faulty(attempt, fault);
        }
    }

    private void letGo(Attempt attempt) {
        letters.letGo(attempt);
        brokenOff.remove(attempt);
    }

    /** That of an earlier letter may be another. */
    private Optional<Account> account(Letter letter) {
        return courier.account(letter.from(company.get()));
    }

    private Next untouched(SendingSql.Glance glance, LetterId passed) {
        if (glance.alarm()) pace.giveBackAlarm();
        else pace.giveBack();
        return letters.waiting(glance.id(), passed).map(this::again).orElseGet(Next.Done::new);
    }

    private Next again(SendingSql.Wait wait) {
        var leaves = wait.leaves();
        if (leaves != null && leaves.isAfter(clock.instant())) return new Next.Again(leaves);
        return again(wait.held() ? UNTIL_A_CLAIM_ENDS : BEHIND_ANOTHER);
    }

    private Next hand(StoredLetter letter, Account account) {
        var from = company.get();
        var seal = letter.seal();
        if (seal == null) return handOver(letter, null, from, account);
        return switch (seals.sealer(seal, letter.letter(), from)) {
            case Outcome.Done<Sealer>(var sealer) -> handOver(letter, sealer, from, account);
            case Outcome.Refused<Sealer>(var why) ->
                leavesUnsigned(letter.letter(), seal, from)
                        ? hand(unsigned(letter, seal.unsigned()), account)
                        : giveUp(Attempt.at(letter), words.of(why));
        };
    }

    /** Whether nothing but the signature stands in its way, and no person wrote it. */
    private boolean leavesUnsigned(Letter letter, Seal seal, Company from) {
        if (!seal.signed() || !letter.autoSubmitted()) return false;
        var rest = seal.unsigned();
        return rest == null || seals.sealer(rest, letter, from) instanceof Outcome.Done;
    }

    /**
     * So that nobody is locked out because a key has ended: what no person wrote, such as the link for a forgotten password,
     * leaves without the signature rather than not at all. Nobody is told then that it was signed.
     */
    private StoredLetter unsigned(StoredLetter letter, @Nullable Seal seal) {
        letters.seal(letter.id(), seal);
        return letter.sealedBy(seal);
    }

    private Next handOver(StoredLetter letter, @Nullable Sealer sealer, Company from, Account account) {
        steps.at(SendingStep.HAND_OVER);
        var reply = courier.deliver(letter, sealer, from, account);
        steps.at(SendingStep.NOTE);
        gate.heard(account, reply);
        return switch (reply) {
            case Reply.Accepted accepted -> {
                unnoted.put(letter.id(), accepted);
                yield note(letter.id(), accepted);
            }
            case Reply.Refused(var answer) -> giveUp(Attempt.at(letter), answer);
            case Reply.Away(var answer) -> goOn(letter, answer, account);
            case Reply.Deferred(var answer) -> goOn(letter, answer, account);
            case Reply.ShutOut(var answer) -> goOn(letter, answer, account);
            case Reply.Unheard(var answer) -> unheard(letter, answer, account);
        };
    }

    /** A server that takes it each time and never says so would get copies for days: somebody is to ask first. */
    private Next unheard(StoredLetter letter, String answer, Account account) {
        var times = letters.unheard(Attempt.at(letter));
        return times < MOST_UNHEARD
                ? goOn(letter, answer, account)
                : giveUp(Attempt.at(letter), words.of(new Refusal("letter.unheard", times, answer)));
    }

    private Next goOn(StoredLetter letter, String answer, Account account) {
        return isTooOld(letter.createdAt()) ? giveUp(Attempt.at(letter), answer) : later(letter, answer, account);
    }

    private Next note(LetterId id, Reply.Accepted accepted) {
        letters.sent(id, accepted.answer(), clock.instant());
        unnoted.remove(id);
        steps.at(SendingStep.DONE);
        return new Next.Done();
    }

    private Next giveUp(Attempt last, String answer) {
        steps.at(SendingStep.NOTE);
        transaction.executeWithoutResult(status -> {
            if (letters.unsent(last, LetterState.FAILED, answer))
                events.publishEvent(new LetterFailed(last.id(), last.address(), answer));
        });
        return new Next.Done();
    }

    /** Where another server is kept meanwhile, there is nothing to wait for. */
    private Next later(StoredLetter letter, String answer, Account account) {
        letters.unsent(Attempt.at(letter), LetterState.WAITING, answer);
        var isOther = account(letter.letter())
                .filter(now -> !now.server().equals(account.server()))
                .isPresent();
        return again(isOther ? Duration.ZERO : PAUSES.after(letter.attempt()));
    }

    private boolean isTooOld(Instant createdAt) {
        return createdAt.plus(PATIENCE).isBefore(clock.instant());
    }

    private Next again(Duration pause) {
        return new Next.Again(clock.instant().plus(pause));
    }
}
