package sportello.web.agent.report;

import java.util.List;
import sportello.identity.Viewer.AgentViewer;
import sportello.stats.Aspect;
import sportello.stats.Cause;
import sportello.stats.Failure;
import sportello.stats.Figures;
import sportello.stats.Movement;
import sportello.stats.Period;
import sportello.stats.Tallies;
import sportello.stats.Volume;

/**
 * All that is told of a span of days.
 *
 * @param before how much there was in the span before
 */
public record Report(
        Aspect by,
        Period period,
        Tallies tallies,
        Volume before,
        List<Movement> movements,
        List<Cause> causes,
        List<Failure> failures) {

    public Report {
        movements = List.copyOf(movements);
        causes = List.copyOf(causes);
        failures = List.copyOf(failures);
    }

    static Report of(Aspect by, Period period, Figures figures, AgentViewer viewer) {
        return new Report(
                by,
                period,
                figures.by(by, period, viewer),
                figures.volume(period.before(), viewer),
                figures.movements(period, viewer),
                figures.causes(period, viewer),
                figures.failures(period, viewer));
    }
}
