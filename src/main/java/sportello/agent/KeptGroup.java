package sportello.agent;

/**
 * A group as administrators see it.
 *
 * @param reserved whether customers see of its queues no more than rights of theirs say
 * @param agents how many valid agents hold some key in it, or would if it were valid
 * @param version which correction of it this is
 */
public record KeptGroup(Group group, boolean valid, boolean reserved, int agents, int version) {}
