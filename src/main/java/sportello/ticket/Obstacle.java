package sportello.ticket;

import java.time.Instant;
import sportello.agent.AgentId;
import sportello.base.Refusal;

/** Why a piece of work cannot be done on a ticket now. */
sealed interface Obstacle {

    record NoPermission(Work work) implements Obstacle {}

    record NotActive() implements Obstacle {}

    /** The ticket's life is in another part than the work asks for. */
    record NotNow(Work.When needed) implements Obstacle {}

    /** A limit that administrators keep. */
    record Limited(Refusal why) implements Obstacle {}

    /** The duty is the responsible's. */
    record NotResponsible(AgentId responsible) implements Obstacle {}

    record Held(AgentId by, Instant since) implements Obstacle {}

    record Changed() implements Obstacle {}
}
