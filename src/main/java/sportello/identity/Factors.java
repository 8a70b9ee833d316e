package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;

/** The second factors: a code of the app counts once within its time, a code on paper once for ever. */
@Component
class Factors {
    private static final Duration DRAFT = Duration.ofMinutes(15);

    private final FactorSql sql;
    private final Sessions sessions;
    private final HalfEntrySql halves;
    private final FactorLetters letters;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Factors(
            FactorSql sql,
            Sessions sessions,
            HalfEntrySql halves,
            FactorLetters letters,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.sessions = sessions;
        this.halves = halves;
        this.letters = letters;
        this.clock = clock;
        this.events = events;
    }

    Optional<Factor> of(AccountId account) {
        return sql.find(account);
    }

    boolean isDemanded(AccountId account) {
        return sql.isDemanded(account);
    }

    /** Whether this is a good code of the person; it is used up thereby. */
    @Transactional
    boolean take(AccountId account, String typed) {
        var paper = RecoveryCode.parse(typed);
        if (paper.isPresent())
            return used(account, sql.useCode(account, paper.get().hash(account), clock.instant()), "paper");
        var step = sql.totp(account)
                .flatMap(totp -> totp.stepOf(plain(typed), clock.instant()).stream()
                        .boxed()
                        .findFirst());
        return used(account, step.isPresent() && sql.use(account, step.get()), "app");
    }

    private boolean used(AccountId account, boolean good, String how) {
        if (good) events.publishEvent(Accessed.by(AccessKind.FACTOR_USED, account.value(), how));
        return good;
    }

    Optional<FactorDraft> draft(Account account) {
        return sql.draft(account.id(), clock.instant()).map(totp -> new FactorDraft(totp.key(), account.login()));
    }

    /** Another draft takes the place of one that was begun before. It lies open to whoever sits at the browser: not for long. */
    @Transactional
    void begin(AccountId account) {
        sql.saveDraft(account, Totp.fresh(), clock.instant().plus(DRAFT));
    }

    /** From now on the draft counts, if this is a code made with it. All sessions end; the answer are the codes on paper. */
    @Transactional
    Optional<List<RecoveryCode>> confirm(Account account, String typed) {
        var now = clock.instant();
        var draft = sql.draft(account.id(), now);
        if (draft.isEmpty()) return Optional.empty();
        var step = draft.get().stepOf(plain(typed), now);
        if (step.isEmpty()) return Optional.empty();
        var codes = RecoveryCode.fresh();
        var hashes = codes.stream().map(code -> code.hash(account.id())).toList();
        sql.save(account.id(), draft.get(), now, step.getAsLong(), hashes);
        endAll(account.id());
        events.publishEvent(Accessed.by(AccessKind.FACTOR_MADE, account.id().value(), "app"));
        letters.added(account);
        return Optional.of(codes);
    }

    /** App, passkeys and codes; all sessions of the person end; false if there was none. */
    @Transactional
    boolean remove(Account account) {
        if (!sql.delete(account.id())) return false;
        endAll(account.id());
        events.publishEvent(Accessed.by(AccessKind.FACTOR_REMOVED, account.id().value(), "all"));
        letters.removed(account);
        return true;
    }

    /** The app only; passkeys stay, and the codes with them. */
    @Transactional
    boolean removeApp(Account account) {
        if (!sql.deleteApp(account.id())) return false;
        endAll(account.id());
        events.publishEvent(Accessed.by(AccessKind.FACTOR_REMOVED, account.id().value(), "app"));
        if (sql.find(account.id()).isPresent()) letters.appRemoved(account);
        else {
            sql.deleteCodes(account.id());
            letters.removed(account);
        }
        return true;
    }

    void endAll(AccountId account) {
        sessions.endAllOf(account);
        halves.deleteAllOf(account);
    }

    private static String plain(String typed) {
        return typed.replaceAll("\\s", "");
    }
}
