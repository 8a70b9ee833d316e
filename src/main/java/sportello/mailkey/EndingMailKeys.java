package sportello.mailkey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the house that end soon, or have ended, with no other to follow them; calls out once for each step on their way. */
@Component
public class EndingMailKeys {
    private static final Duration AHEAD = Duration.ofDays(EndingMailKey.MONTH);
    private static final Duration BEHIND = Duration.ofDays(30);

    private final EndingMailKeySql sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndingMailKeys(EndingMailKeySql sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** The most pressing first. */
    public List<EndingMailKey> all() {
        var now = clock.instant();
        return sql.all(now.plus(AHEAD), now.minus(BEHIND));
    }

    @Transactional
    void look() {
        var now = clock.instant();
        var ending = all();
        sql.forgetAllBut(ending.stream().map(EndingMailKey::id).toList());
        for (var key : ending)
            if (sql.isFirst(key.id(), key.step(now))) events.publishEvent(new MailKeyEnding(key, key.isOver(now)));
    }
}
