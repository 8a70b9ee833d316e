package sportello.mail;

/** The moments of a letter's way at which it can break; a test breaks it at each. */
enum SendingStep {
    /** It is written, nothing committed. */
    POST,
    /** Before it is taken for an attempt. */
    CLAIM,
    /** It is taken, and the server knows nothing of it. */
    HAND_OVER,
    /** What came of it is known, and noted nowhere. */
    NOTE,
    /** The word is noted, and the job is still there. */
    DONE
}
