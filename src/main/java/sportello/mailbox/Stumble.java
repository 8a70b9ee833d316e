package sportello.mailbox;

/**
 * How it went with a mail that could not be fetched.
 *
 * @param tries that came to nothing
 * @param words of the server at the last of them, or what went wrong
 */
record Stumble(int tries, String words) {
    /** How often a mail is asked for before it is enough to have its head. */
    private static final int ENOUGH = 3;

    static final Stumble NONE = new Stumble(0, "");

    /** Whether nobody expects any more to have the whole mail. */
    boolean isHopeless() {
        return tries >= ENOUGH;
    }

    /** Whether not even its head can be had. */
    boolean isHeadless() {
        return tries >= 2 * ENOUGH;
    }
}
