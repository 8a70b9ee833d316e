package sportello.mail;

/** How much it matters that a letter is encrypted, beside what its sender does with all. */
public enum Encrypting {
    /** Its sender decides alone. */
    AS_USUAL,
    /** It tells of what came encrypted, and somebody has agreed that it may leave in the clear. */
    WHERE_POSSIBLE,
    /** It tells of what came encrypted: in the clear it does not leave. */
    ALWAYS
}
