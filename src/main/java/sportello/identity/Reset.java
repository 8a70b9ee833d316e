package sportello.identity;

import sportello.base.Refusal;

/** What becomes of a new password that came with a one-time link. */
public sealed interface Reset {

    /** It is the password now; every session of the person has ended. */
    record Done() implements Reset {}

    /** The link is good, the password is not. */
    record Refused(Refusal why) implements Reset {}

    /** The link is broken, used, too old, or there is a newer one. */
    record Dead() implements Reset {}
}
