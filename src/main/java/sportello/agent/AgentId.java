package sportello.agent;

/** Identifies an agent. */
public record AgentId(long value) {}
