package sportello.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import sportello.mail.Company;
import sportello.mail.OurCompany;

/** What the company puts on every page. It changes rarely: no page asks the database for it more than once a minute. */
@Component
public class Letterhead {
    private static final Company BLANK = new Company("Sportello", "", "", "", "", null);

    private final Supplier<Company> kept;
    private final Clock clock;
    private volatile Held held = new Held(BLANK, Instant.MIN);

    private record Held(Company company, Instant until) {}

    @Autowired
    Letterhead(OurCompany ourCompany, Clock clock) {
        this(ourCompany::get, clock);
    }

    Letterhead(Supplier<Company> kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** It has changed: this node shows it with the next page, the others within the minute. */
    public void renew() {
        held = new Held(held.company(), Instant.MIN);
    }

    /** Also without a database there is a page that says so. */
    Company company() {
        var now = clock.instant();
        if (now.isBefore(held.until())) return held.company();
        try {
            held = new Held(kept.get(), now.plus(Duration.ofMinutes(1)));
        } catch (DataAccessException | TransactionException away) {
            held = new Held(held.company(), now.plusSeconds(5));
        }
        return held.company();
    }
}
