package sportello.web.agent.report;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.stats.Period;
import sportello.stats.QueueFigures;
import sportello.ticket.Stage;
import sportello.web.agent.Addresses;

/**
 * The numbers of a span of days.
 *
 * @param from the first day as it was typed, {@code to} the last
 * @param refusal why there are no numbers
 */
public record ReportPage(
        String from,
        String to,
        List<QueueFigures> queues,
        @Nullable Refusal refusal) {

    public ReportPage {
        queues = List.copyOf(queues);
    }

    static ReportPage of(Period period, List<QueueFigures> queues) {
        return new ReportPage(period.first().toString(), period.last().toString(), queues, null);
    }

    static ReportPage refused(String from, String to, Refusal why) {
        return new ReportPage(from, to, List.of(), why);
    }

    /** Of all queues together. */
    public int sum(ToIntFunction<QueueFigures> figure) {
        return queues.stream().mapToInt(figure).sum();
    }

    /** The list of those that are not over. */
    public String active(QueueFigures queue) {
        return Addresses.list(queue.queue(), Stage.ACTIVE);
    }
}
