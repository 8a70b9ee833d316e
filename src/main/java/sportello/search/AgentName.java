package sportello.search;

import sportello.agent.AgentId;

/** An agent to choose from; the last name comes first. */
public record AgentName(AgentId id, String name) {}
