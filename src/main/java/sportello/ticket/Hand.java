package sportello.ticket;

import java.util.Locale;

/** By whose hand a mail came in, as far as its head tells. */
public enum Hand {
    PERSON,
    /**
     * A person may have written it, but no automatic letter should go to that person: it came over a list, wants none, is
     * certified mail, or nobody vouches for its sender.
     */
    LIST,
    /** No person wrote it: a program that reports, reminds, or answers for somebody who is away. */
    MACHINE;

    /** As it is stored. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Hand of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
