package sportello.postmaster;

/** The moments of sorting at which it can break; a test breaks it at each. */
enum SortingStep {
    /** Its beginning is noted, nothing committed. */
    TAKE_UP,
    /** Before the raw bytes are read. */
    READ,
    /** Before it is asked what becomes of it. */
    JUDGE,
    /** The mail is held, nothing is written. */
    DELIVER,
    /** All is written, nothing committed. */
    COMMIT,
    /** What became of it is committed. */
    SORTED,
    /** It is put aside, nothing committed. */
    QUARANTINE
}
