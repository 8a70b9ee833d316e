package sportello.ticket;

import java.time.Instant;
import sportello.agent.AgentId;

/** Why a piece of work cannot be done on a ticket now. */
sealed interface Obstacle {

    record NoPermission(Work work) implements Obstacle {}

    record NotActive() implements Obstacle {}

    record Held(AgentId by, Instant since) implements Obstacle {}

    record Changed() implements Obstacle {}
}
