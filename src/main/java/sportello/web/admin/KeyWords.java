package sportello.web.admin;

import sportello.mime.Encryption;

/** How keys are shown, whoever has them. */
public final class KeyWords {
    private KeyWords() {}

    /** In every language. */
    public static String called(Encryption.Kind kind) {
        return kind == Encryption.Kind.SMIME ? "S/MIME" : "OpenPGP";
    }

    /** In groups of four digits, as people read them to each other. */
    public static String readable(String fingerprint) {
        return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
