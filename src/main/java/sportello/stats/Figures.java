package sportello.stats;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.worktime.Hours;

/**
 * The work in numbers, of the tickets that the viewer may read; days begin at the viewer's midnight. The first answer is
 * the first that an agent wrote for the customer to read after the customer asked.
 */
@Component
public class Figures {
    /** No page and no file is longer. */
    public static final int MOST_FAILURES = 1000;

    private static final int DAYS = 31;
    private static final int WEEKS = 130;

    private final TallySql tallies;
    private final FiguresSql sql;
    private final Hours hours;

    Figures(TallySql tallies, FiguresSql sql, Hours hours) {
        this.tallies = tallies;
        this.sql = sql;
        this.hours = hours;
    }

    /** Queues stand in the order of their tree, each with those below it; what else there is by how much came in. */
    public Tallies by(Aspect aspect, Period period, AgentViewer viewer) {
        var moments = period.moments(viewer.zone());
        return Tallies.of(tallies.by(aspect, moments, Courses.of(hours.timetable(), moments), viewer));
    }

    /** All together, without what is so now and without times. */
    public Volume volume(Period period, AgentViewer viewer) {
        return sql.volume(period.moments(viewer.zone()), viewer);
    }

    /** Day by day, or week by week, or month by month where the span is longer. */
    public List<Movement> movements(Period period, AgentViewer viewer) {
        var days = period.days();
        var step = days <= DAYS ? ChronoUnit.DAYS : days <= WEEKS ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
        var firsts = Stream.iterate(period.first(), day -> !day.isAfter(period.last()), day -> period.next(day, step))
                .toList();
        return sql.movements(firsts, period.moments(viewer.zone()), viewer);
    }

    /** The most frequent first. */
    public List<Cause> causes(Period period, AgentViewer viewer) {
        return sql.causes(period.moments(viewer.zone()), viewer);
    }

    /** The last to be closed first. */
    public List<Failure> failures(Period period, AgentViewer viewer) {
        return sql.failures(period.moments(viewer.zone()), MOST_FAILURES, viewer);
    }
}
