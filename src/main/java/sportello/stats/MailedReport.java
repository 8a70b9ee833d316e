package sportello.stats;

import java.util.Set;
import sportello.base.CleanText;

/**
 * A report that is sent by mail, to agents of the house only.
 *
 * @param by as what it tells the work apart
 * @param roles whose agents get it
 * @param agents who get it by name
 * @param valid whether it is sent
 */
public record MailedReport(
        String name, Aspect by, Span span, Rhythm rhythm, Set<Long> roles, Set<Long> agents, boolean valid) {
    public static final int LONGEST_NAME = 100;

    public MailedReport {
        name = CleanText.line(name);
        roles = Set.copyOf(roles);
        agents = Set.copyOf(agents);
    }
}
