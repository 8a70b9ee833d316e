package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;
import sportello.field.FieldName;
import sportello.field.Value;
import sportello.queue.QueueId;

/** Something that happened to a ticket before it was brought here. */
public sealed interface PastStep {

    Instant at();

    /** The customer was mailed that the request had arrived. */
    record Acknowledged(Instant at, String sender, Message text) implements PastStep {}

    record Locked(Instant at, AgentId by) implements PastStep {}

    record Released(Instant at, AgentId by) implements PastStep {}

    /** A note or a telephone call. */
    record Noted(Instant at, AgentId by, PastArticle article) implements PastStep {}

    record Answered(Instant at, AgentId by, PastArticle article) implements PastStep {}

    record FollowedUp(Instant at, CustomerUserId by, PastArticle article) implements PastStep {}

    /** Owner and responsible are those after the move. */
    record Moved(
            Instant at,
            AgentId by,
            QueueId to,
            @Nullable AgentId owner,
            @Nullable AgentId responsible) implements PastStep {}

    record OwnerChanged(Instant at, AgentId by, AgentId to) implements PastStep {}

    record Prioritised(Instant at, AgentId by, Priority to) implements PastStep {}

    /** The first that is said of it, or another. */
    record ServiceChanged(Instant at, AgentId by, Choice to) implements PastStep {}

    /** For the first time. */
    record FilledIn(Instant at, AgentId by, FieldName field, Value to) implements PastStep {}

    record Postponed(Instant at, AgentId by, State pending, Instant until) implements PastStep {}

    record Closed(Instant at, AgentId by, boolean successful, PastArticle article) implements PastStep {}

    /** Merged into another ticket, or removed. */
    record Withdrawn(Instant at, AgentId by, State end) implements PastStep {}
}
