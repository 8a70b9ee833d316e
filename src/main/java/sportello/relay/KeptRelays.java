package sportello.relay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.jobs.Backoff;
import sportello.mail.Account;
import sportello.mail.AccountId;
import sportello.mail.Outbox;
import sportello.mail.Relay;
import sportello.mailbox.MailboxId;
import sportello.mailbox.Tokens;

/** Lends the post the accounts that are kept, lets each rest that does not work, and calls out once when it stops and is back. */
@Component
class KeptRelays implements Relay {
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** As long as one letter may take to find out. */
    private static final Duration TRIAL = Duration.ofMinutes(1);

    private final RelaySql sql;
    private final AccountHealthSql health;
    private final Tokens tokens;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeptRelays(
            RelaySql sql,
            AccountHealthSql health,
            Tokens tokens,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.health = health;
        this.tokens = tokens;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Account> account(String sender) {
        return sql.account(sender);
    }

    @Override
    public String token(AccountId account) throws IOException {
        return tokens.toSend(
                consenting(account).orElseThrow(() -> new IOException("no token: nobody has given consent")));
    }

    @Override
    public void refused(AccountId account) {
        consenting(account).ifPresent(tokens::refusedToSend);
    }

    private Optional<MailboxId> consenting(AccountId account) {
        return sql.find(account)
                .flatMap(kept -> Optional.ofNullable(kept.relay().mailbox()));
    }

    @Override
    @Transactional
    public boolean isToBeTried(AccountId account) {
        var now = clock.instant();
        return health.take(account, now, now.plus(TRIAL));
    }

    /** What waited while it did not work leaves now. */
    @Override
    @Transactional
    public void worked(AccountId account) {
        health.worked(account, clock.instant()).ifPresent(back -> {
            if (back.alarmed()) events.publishEvent(new AccountBack(back.name()));
            outbox.hasten();
        });
    }

    @Override
    @Transactional
    public void failed(AccountId account, String problem) {
        var now = clock.instant();
        health.failed(account, problem, now).ifPresent(failures -> {
            health.rest(account, now.plus(PAUSES.after(failures)));
            health.alarm(account, now.minus(PATIENCE), now).ifPresent(events::publishEvent);
        });
    }

    @Override
    @Transactional
    public void hope() {
        health.wakeAll(clock.instant());
    }
}
