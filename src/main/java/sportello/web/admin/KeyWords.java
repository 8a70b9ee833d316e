package sportello.web.admin;

/** How keys are shown, whoever has them. */
public final class KeyWords {
    private KeyWords() {}

    /** In groups of four digits, as people read them to each other. */
    public static String readable(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
