package sportello.identity;

import java.time.Instant;
import sportello.agent.AgentId;

/** Somebody who is logged in at the desk, and when last seen there. */
public record Colleague(AgentId id, String name, Instant seenAt) {}
