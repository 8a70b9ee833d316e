package sportello.search;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.field.FilledField;
import sportello.field.Value;
import sportello.ticket.Priority;
import sportello.ticket.Status;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/**
 * One line of an export.
 *
 * @param fields what the house's own say of it and of who asked, by their keys
 */
public record ExportedTicket(
        TicketId id,
        TicketNumber number,
        String title,
        String queue,
        Status state,
        Priority priority,
        @Nullable String owner,
        @Nullable String responsible,
        @Nullable String customer,
        @Nullable String customerUser,
        @Nullable Long customerId,
        @Nullable Long customerUserId,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant closedAt,
        Map<String, Value> fields) {

    /** The same, told by these. */
    ExportedTicket with(Stream<FilledField> filled) {
        return new ExportedTicket(
                id,
                number,
                title,
                queue,
                state,
                priority,
                owner,
                responsible,
                customer,
                customerUser,
                customerId,
                customerUserId,
                createdAt,
                changedAt,
                closedAt,
                filled.collect(toMap(one -> one.field().key(), FilledField::value)));
    }
}
