package sportello.agent;

import java.util.Map;
import java.util.Set;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * What administrators say of a role: keys that several agents hold together.
 *
 * @param comment what the role is for
 * @param valid whether it gives anything to those who have it
 * @param readsOnly whether those who have it may read and nothing else, whatever other keys they hold
 * @param readsAccess whether those who have it may read the log of access, which otherwise only administrators may
 * @param factorDemanded whether those who have it need a second factor to enter
 */
public record RoleDetails(
        String name,
        String comment,
        boolean valid,
        boolean readsOnly,
        boolean readsAccess,
        boolean factorDemanded,
        Map<GroupId, Set<Permission>> grants) {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    /** Of a comment, in characters. */
    public static final int LONGEST_COMMENT = 200;

    public RoleDetails {
        grants = HeldKeys.withoutEmpty(grants);
    }

    /** The same as it will be kept: each text on one line. */
    Outcome<RoleDetails> checked() {
        var line = CleanText.line(name);
        if (CleanText.isBlank(line)) return Outcome.refused("roles.name");
        if (line.length() > LONGEST) return Outcome.refused("roles.long", LONGEST, line.length());
        var about = CleanText.line(comment);
        if (about.length() > LONGEST_COMMENT)
            return Outcome.refused("roles.long_comment", LONGEST_COMMENT, about.length());
        return Outcome.done(new RoleDetails(line, about, valid, readsOnly, readsAccess, factorDemanded, grants));
    }
}
