package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is at the door, must have a second factor before it opens, and has none yet. */
@Component
class Owing {
    private final HalfEntries halves;
    private final Factors factors;

    Owing(HalfEntries halves, Factors factors) {
        this.halves = halves;
        this.factors = factors;
    }

    /** Whoever has a factor already shows it instead. */
    Optional<Account> account(Secret token) {
        return halves.find(token).filter(account -> factors.of(account.id()).isEmpty());
    }
}
