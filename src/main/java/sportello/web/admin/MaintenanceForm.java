package sportello.web.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.identity.Announcement;

/**
 * Maintenance as somebody typed it.
 *
 * @param since day and hour as browsers send them, {@code 2026-12-01T08:00}
 * @param until the same, empty if nobody knows
 */
public record MaintenanceForm(
        String italian,
        String english,
        String since,
        String until,
        @Nullable Boolean closed) {

    public MaintenanceForm(
            @Nullable String italian,
            @Nullable String english,
            @Nullable String since,
            @Nullable String until,
            @Nullable Boolean closed) {
        this.italian = Objects.requireNonNullElse(italian, "");
        this.english = Objects.requireNonNullElse(english, "");
        this.since = Objects.requireNonNullElse(since, "");
        this.until = Objects.requireNonNullElse(until, "");
        this.closed = closed;
    }

    /** From now on. */
    static MaintenanceForm blank(Instant now, ZoneId zone) {
        return new MaintenanceForm(null, null, LocalMoment.typed(now, zone), null, null);
    }

    static MaintenanceForm of(Announcement announced, ZoneId zone) {
        var until = announced.until();
        return new MaintenanceForm(
                announced.italian(),
                announced.english(),
                LocalMoment.typed(announced.since(), zone),
                until == null ? "" : LocalMoment.typed(until, zone),
                announced.closed());
    }

    public boolean isClosed() {
        return Boolean.TRUE.equals(closed);
    }

    Outcome<Announcement> announcement(ZoneId zone) {
        var begin = LocalMoment.read(since, zone);
        if (begin.isEmpty()) return Outcome.refused("maintenance.date");
        var end = LocalMoment.read(until, zone);
        if (end.isEmpty() && !until.isBlank()) return Outcome.refused("maintenance.date");
        return Outcome.done(new Announcement(italian, english, begin.get(), end.orElse(null), isClosed()));
    }
}
