package sportello.configuration;

/** How what a document says is meant. */
enum Manner {
    /** What it does not say stays, within lists by name too, such as the keys of a role. */
    BRING_IN,
    /** Whatever it speaks of becomes just what it says. */
    GO_BACK
}
