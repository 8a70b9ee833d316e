package sportello.identity;

/** The product's own hash of a password, for people who are written into the database directly. */
public final class PasswordHash {

    private PasswordHash() {}

    /** A new hash of the password, with a salt of its own. */
    public static String of(String password) {
        return new Passwords(LittleEffort.EFFORT).hash(password);
    }
}
