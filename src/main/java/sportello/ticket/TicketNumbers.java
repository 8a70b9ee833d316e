package sportello.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.settings.Settings;

/**
 * Hands out ticket numbers. Each is taken in a short transaction of its own, before the one that opens the ticket, so
 * that creators never wait for each other's work; a number whose ticket did not come to be is simply missing.
 */
@Component
class TicketNumbers {
    private final TicketNumberSql sql;
    private final Clock clock;
    private final ZoneId zone;
    private final int systemId;

    TicketNumbers(TicketNumberSql sql, Clock clock, Settings settings) {
        this.sql = sql;
        this.clock = clock;
        this.zone = settings.timeZone();
        this.systemId = settings.systemId();
    }

    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public TicketNumber next() {
        return next(1).getFirst();
    }

    /** So many, one after the other. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<TicketNumber> next(int count) {
        if (count == 0) return List.of();
        var day = day(clock.instant());
        var last = sql.nextUnawaited(day, count);
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> TicketNumber.of(day, systemId, number))
                .toList();
    }

    /** The next number of the day that it was then, within the transaction of whoever brings in what happened then. */
    TicketNumber next(Instant at) {
        var day = day(at);
        return TicketNumber.of(day, systemId, sql.next(day));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
