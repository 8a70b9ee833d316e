package sportello.mailbox;

/** The moments of a fetch at which it can break; a test breaks it at each. */
enum Step {
    /** Before a mail is asked for. */
    FETCH,
    /** Its bytes are here, nothing is kept. */
    KEEP,
    /** All is written, nothing committed. */
    COMMIT,
    /** All is committed, and the mail still lies on its server untouched. */
    FLAG
}
