package sportello.web.agent.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import sportello.base.Refusal;
import sportello.bulk.Bulk;
import sportello.bulk.RefusedTicket;

/**
 * How far the work on many tickets has come.
 *
 * @param from the list to go back to
 * @param refusal why it was not taken back
 */
public record BulkPage(
        Bulk bulk,
        List<RefusedTicket> refused,
        String from,
        @Nullable Refusal refusal) {

    public BulkPage {
        refused = List.copyOf(refused);
    }

    public String address() {
        return "/agent/bulks/" + bulk.id().value();
    }

    /** The same page once more, from which the way back is the same. */
    public String again() {
        return address() + "?from=" + UriUtils.encode(from, UTF_8);
    }
}
