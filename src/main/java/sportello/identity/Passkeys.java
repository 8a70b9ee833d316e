package sportello.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.settings.Settings;

/** Keys on people's devices: made once, shown as often as somebody enters. What a device is asked to sign is good once. */
@Component
class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    /** Of one account. */
    private static final int MOST = 20;

    private final PasskeySql sql;
    private final ChallengeSql challenges;
    private final FactorSql papers;
    private final Factors factors;
    private final Accounts accounts;
    private final FactorLetters letters;
    private final Book book;
    private final RelyingParty party;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Passkeys(
            PasskeySql sql,
            ChallengeSql challenges,
            FactorSql papers,
            Factors factors,
            Accounts accounts,
            FactorLetters letters,
            Book book,
            Settings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.challenges = challenges;
        this.papers = papers;
        this.factors = factors;
        this.accounts = accounts;
        this.letters = letters;
        this.book = book;
        this.clock = clock;
        party = new RelyingParty(settings.baseUrl());
        this.events = events;
    }

    /** What the book tells of a passkey. */
    private record Written(String login, String passkey, String signs) {}

    List<Passkey> of(AccountId account) {
        return sql.of(account);
    }

    /** That there can be no further one. */
    Optional<Refusal> full(AccountId account) {
        return of(account).size() < MOST ? Optional.empty() : Optional.of(new Refusal("passkey.many", MOST));
    }

    /** What a browser is to make a passkey from. */
    @Transactional
    String making(Account account, String name, String house) {
        var challenge = Secret.fresh();
        challenges.insert(challenge, account.id(), name, clock.instant().plus(GOOD_FOR));
        return party.making(
                challenge,
                sql.handle(account.id()),
                account.login(),
                account.name(),
                house,
                sql.credentialIds(account.id()));
    }

    /**
     * Keeps the passkey that a browser made; and ends all sessions. With the first factor of a person come
     * the codes on paper, with others none. Many can be begun at once, each while there was room.
     */
    @Transactional
    Outcome<List<RecoveryCode>> add(Account account, String answer) {
        sql.keepAlone(account.id());
        return Outcome.unless(full(account.id()), () -> added(account, answer));
    }

    private Outcome<List<RecoveryCode>> added(Account account, String answer) {
        var making = party.readMade(answer);
        var name = making.flatMap(made -> challenges.take(made.challenge(), account.id(), clock.instant()));
        if (name.isEmpty()) return Outcome.refused(answer.isBlank() ? "passkey.unable" : "passkey.stale");
        var first = factors.of(account.id()).isEmpty();
        if (!keep(account.id(), name.get(), making.orElseThrow())) return Outcome.refused("passkey.wrong");
        book.write(Topic.FACTORS, account.id(), account.name(), null, new Written(account.login(), name.get(), ""));
        events.publishEvent(Accessed.by(AccessKind.FACTOR_MADE, account.id().value(), "passkey"));
        letters.passkeyAdded(account);
        factors.endAll(account.id());
        return Outcome.done(first ? papers(account) : List.of());
    }

    /** False if it is none of the person's. */
    @Transactional
    boolean rename(Account account, long id, String name) {
        var passkey = own(account, id);
        if (passkey.isEmpty() || !sql.rename(account.id(), id, name)) return false;
        var was = new Written(account.login(), passkey.get().name(), "");
        book.write(Topic.FACTORS, account.id(), account.name(), was, new Written(account.login(), name, ""));
        return true;
    }

    private Optional<Passkey> own(Account account, long id) {
        return sql.of(account.id()).stream().filter(one -> one.id() == id).findFirst();
    }

    /** False if it is none of the person's. */
    @Transactional
    boolean remove(Account account, long id) {
        var passkey = own(account, id);
        if (passkey.isEmpty() || !sql.delete(account.id(), id)) return false;
        if (factors.of(account.id()).isEmpty()) papers.deleteCodes(account.id());
        factors.endAll(account.id());
        var was = new Written(account.login(), passkey.get().name(), "");
        book.write(Topic.FACTORS, account.id(), account.name(), was, null);
        events.publishEvent(Accessed.by(AccessKind.FACTOR_REMOVED, account.id().value(), "passkey"));
        letters.passkeyRemoved(account);
        return true;
    }

    /** What a browser is to show a passkey for. */
    @Transactional
    String showing() {
        var challenge = Secret.fresh();
        challenges.insert(challenge, clock.instant().plus(GOOD_FOR));
        return party.showing(challenge);
    }

    /** Whose passkey was shown, if it is one that counts and the person may enter. */
    @Transactional
    Optional<Account> shown(String answer) {
        var showing = party.readShown(answer).filter(shown -> challenges.take(shown.challenge(), clock.instant()));
        var kept = showing.flatMap(
                shown -> sql.forUpdate(shown.credentialId()).filter(known -> shown.isOf(known.handle())));
        return kept.flatMap(known -> accounts.find(known.account()))
                .filter(account -> isGood(showing.orElseThrow(), kept.orElseThrow(), account));
    }

    /** Whose passkey it says it is, whether or not it is true. */
    Optional<AccountId> claimed(String answer) {
        return party.readShown(answer).flatMap(shown -> sql.owner(shown.credentialId()));
    }

    private boolean keep(AccountId account, String name, RelyingParty.Making making) {
        try {
            return sql.insert(account, name, party.make(making), clock.instant());
        } catch (WebAuthnException wrong) {
            log.info("A new passkey of account {} is refused: {}", account.value(), wrong.getMessage());
            return false;
        }
    }

    private boolean isGood(RelyingParty.Showing shown, KeptPasskey kept, Account account) {
        try {
            party.check(shown, kept);
        } catch (MaliciousCounterValueException copied) {
            suspect(account, kept, shown.signCount());
            return false;
        } catch (WebAuthnException wrong) {
            log.info("A passkey of account {} is refused: {}", account.id().value(), wrong.getMessage());
            return false;
        }
        sql.used(kept.id(), shown.signCount(), clock.instant());
        return true;
    }

    /** A device that has signed less often than before is not the same device. */
    private void suspect(Account account, KeptPasskey kept, long count) {
        var before = new Written(account.login(), kept.name(), Long.toString(kept.signCount()));
        var now = new Written(account.login(), kept.name(), Long.toString(count));
        book.write(Topic.FACTORS, account.id(), account.name(), before, now);
        letters.passkeyCopied(account);
    }

    private List<RecoveryCode> papers(Account account) {
        var codes = RecoveryCode.fresh();
        papers.saveCodes(
                account.id(),
                codes.stream().map(code -> code.hash(account.id())).toList());
        return codes;
    }
}
