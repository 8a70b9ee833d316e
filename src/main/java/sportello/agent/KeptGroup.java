package sportello.agent;

/**
 * A group as administrators see it.
 *
 * @param agents how many valid agents hold some key in it, or would if it were valid
 * @param version which correction of it this is
 */
public record KeptGroup(Group group, boolean valid, int agents, int version) {}
