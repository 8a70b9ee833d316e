package sportello.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a customer's requests.
 *
 * @param next where the list goes on, null at its end
 */
public record RequestList(List<RequestLine> lines, @Nullable RequestPlace next) {

    public RequestList {
        lines = List.copyOf(lines);
    }
}
