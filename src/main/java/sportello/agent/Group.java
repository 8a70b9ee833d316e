package sportello.agent;

/** What queues have in common as to rights ("Gruppo"): who holds a key in it holds it in all its queues. */
public record Group(GroupId id, String name) {}
