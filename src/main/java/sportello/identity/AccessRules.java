package sportello.identity;

import sportello.base.Outcome;

/**
 * What the house asks of those who enter.
 *
 * @param administratorsFactor whether administrators need a second factor
 * @param customerUsersFactor whether customer users need one
 * @param quietMinutes of silence that end a session
 * @param longestHours of a session, however busy
 */
public record AccessRules(
        boolean administratorsFactor, boolean customerUsersFactor, int quietMinutes, int longestHours) {
    /** Bounds of the minutes. */
    public static final int SHORTEST_QUIET = 5;

    /** A week. */
    public static final int LONGEST_QUIET = 10_080;

    /** Thirty days. */
    public static final int LONGEST_HOURS = 720;

    /** The same, if it can be. */
    Outcome<AccessRules> checked() {
        if (quietMinutes < SHORTEST_QUIET || quietMinutes > LONGEST_QUIET)
            return Outcome.refused("access.quiet", SHORTEST_QUIET, LONGEST_QUIET);
        if (longestHours < 1 || longestHours > LONGEST_HOURS) return Outcome.refused("access.longest", LONGEST_HOURS);
        return Outcome.done(this);
    }
}
