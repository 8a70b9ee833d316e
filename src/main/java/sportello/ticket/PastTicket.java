package sportello.ticket;

import java.time.Instant;
import java.util.List;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.Route;

/**
 * A ticket as it was opened in the past, and what has happened to it since.
 *
 * @param route where it was put when it was opened, and into whose hands
 * @param life the steps in the order in which they happened
 */
public record PastTicket(
        Instant openedAt,
        CustomerId customer,
        CustomerUserId customerUser,
        Title title,
        Route route,
        PastArticle request,
        List<PastStep> life) {

    public PastTicket {
        life = List.copyOf(life);
        var before = openedAt;
        for (var step : life) {
            if (step.at().isBefore(before)) throw new IllegalArgumentException(step + " comes before its cause");
            before = step.at();
        }
    }
}
