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
import sportello.base.CleanText;
import sportello.base.Outcome;

/** Tokens by which programs work for a person: with the person's rights of the moment, and no longer than was said. */
@Component
public class ApiTokens {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    /** Of a life, in days. */
    public static final int LONGEST_DAYS = 366;

    private static final int MOST = 20;
    private static final String PREFIX = "spt_";
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final ApiTokenSql sql;
    private final SessionSql people;
    private final Accounts accounts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ApiTokens(ApiTokenSql sql, SessionSql people, Accounts accounts, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    public List<ApiToken> of(Viewer viewer) {
        return sql.of(accounts.of(viewer).id());
    }

    /** The token, which is shown this once. */
    @Transactional
    public Outcome<String> make(Viewer viewer, String name, boolean writes, int days) {
        var line = CleanText.line(name);
        if (CleanText.isBlank(line) || line.length() > LONGEST) return Outcome.refused("token.name", LONGEST);
        if (days < 1 || days > LONGEST_DAYS) return Outcome.refused("token.days", LONGEST_DAYS);
        var account = accounts.of(viewer).id();
        if (sql.of(account).size() >= MOST) return Outcome.refused("token.many", MOST);
        var secret = Secret.fresh();
        var now = clock.instant();
        sql.insert(account, line, secret.hash(), writes, now, now.plus(Duration.ofDays(days)));
        events.publishEvent(Accessed.by(AccessKind.TOKEN_MADE, account.value(), writes ? "writes" : "reads"));
        return Outcome.done(PREFIX + secret.text());
    }

    /** Ends one of the person's own; one that is over stays over. */
    @Transactional
    public void end(Viewer viewer, long id) {
        var account = accounts.of(viewer).id();
        if (sql.delete(account, id)) events.publishEvent(Accessed.by(AccessKind.TOKEN_ENDED, account.value(), "own"));
    }

    /**
     * For whom the program works that shows this token; nobody, if it is over or does not go as far.
     *
     * @param writing whether something is to be changed
     */
    @Transactional
    public Optional<Session> find(String shown, boolean writing) {
        if (!shown.startsWith(PREFIX)) return Optional.empty();
        var secret = Secret.parse(shown.substring(PREFIX.length()));
        var now = clock.instant();
        var found = secret.flatMap(known -> people.findByToken(known.hash(), writing, now));
        found.filter(session -> !session.owing())
                .map(Session::seenAt)
                .filter(usedAt -> usedAt.isBefore(now.minus(USED_EVERY)))
                .ifPresent(longAgo -> sql.used(secret.orElseThrow().hash(), now)
                        .ifPresent(
                                account -> events.publishEvent(Accessed.by(AccessKind.TOKEN_USED, account, "first"))));
        return found;
    }
}
