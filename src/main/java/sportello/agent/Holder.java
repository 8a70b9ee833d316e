package sportello.agent;

/** Who holds a key: an agent by own right, or a role for all who have it. */
public sealed interface Holder {

    record OfAgent(AgentId id) implements Holder {}

    record OfRole(RoleId id) implements Holder {}
}
