package sportello.agent;

/** Which groups customers need, of which this floor knows nothing. */
public interface OpenGroups {
    /** Whether the group must stay open to all customers. */
    boolean staysOpen(GroupId group);
}
