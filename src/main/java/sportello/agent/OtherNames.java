package sportello.agent;

/** The names by which others than agents enter, of whom this module knows nothing. */
public interface OtherNames {
    /**
     * Whether somebody else has the log-in name or the address, as the one or as the other. Whoever has the same address is
     * the same person.
     */
    boolean isTaken(String login, String email);
}
