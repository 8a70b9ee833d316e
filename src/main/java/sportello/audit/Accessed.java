package sportello.audit;

import org.jspecify.annotations.Nullable;

/**
 * Somebody came in or did not, or took something along: published where it happens, and written down by the log of access.
 *
 * @param account whose access it was, null where that is not known by an account
 * @param person the same where it is known by the person
 * @param thing what it was about: the address of a door, or a hash
 * @param found how many lines were handed out, null where that is not counted
 * @param filter what was asked for, null for nothing
 * @param why a word of the program, empty for none
 */
public record Accessed(
        AccessKind kind,
        @Nullable Long account,
        AccessLine.Person person,
        String thing,
        @Nullable Long found,
        @Nullable String filter,
        String why) {

    /** Of an account, if it was one. */
    public static Accessed by(AccessKind kind, @Nullable Long account, String why) {
        return new Accessed(kind, account, AccessLine.Person.NOBODY, "", null, null, why);
    }

    /** Somebody knocked by a name that nobody has. */
    public static Accessed byStranger(String hash, String why) {
        return new Accessed(AccessKind.DENIED, null, AccessLine.Person.NOBODY, hash, null, null, why);
    }

    /** Somebody was let in again by whoever sits at the machine, and who that was stands in the book. */
    public static Accessed rescued(long account, String why) {
        var place = "sportello admin";
        return new Accessed(AccessKind.RESCUED, account, AccessLine.Person.NOBODY, place, null, null, why);
    }

    public static Accessed handedOut(
            AccessLine.Person person, String door, @Nullable Long found, @Nullable String filter) {
        return new Accessed(AccessKind.HANDED_OUT, null, person, door, found, filter, "");
    }

    /** What the door would have handed out leaves by mail, for an agent. */
    public static Accessed mailed(long agent, String door, String filter) {
        return new Accessed(AccessKind.HANDED_OUT, null, AccessLine.Person.agent(agent), door, null, filter, "mail");
    }
}
