package sportello.identity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sportello.base.Refusal;

/**
 * Which passwords the house accepts: long ones that are neither common nor made of what everybody knows of the person.
 * No rule about signs and digits, which only makes people write {@code Password2026!}.
 */
final class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** More than any normal form of an acceptable password needs; what is longer is not even looked at. */
    private static final int TOO_MANY_CHARS = 4 * LONGEST;

    private static final int FEWEST_DIFFERENT_SIGNS = 5;
    private static final int SHORTEST_WORD = 4;

    private PasswordRule() {}

    /** Why this password is refused, if it is. */
    static Optional<Refusal> refuses(String password, Collection<String> knownWords) {
        if (isTooLong(password)) return refusal("password.long", LONGEST);
        var plain = normal(password);
        if (plain.codePointCount(0, plain.length()) < SHORTEST) return refusal("password.short", SHORTEST);
        var small = plain.toLowerCase(Locale.ROOT);
        if (small.codePoints().distinct().count() < FEWEST_DIFFERENT_SIGNS || CommonPasswords.include(small))
            return refusal("password.common");
        if (knownWords.stream().anyMatch(word -> isIn(small, word))) return refusal("password.personal");
        return Optional.empty();
    }

    /** The words that everybody knows of a person. */
    static List<String> wordsOf(String login, String firstName, String lastName, String email) {
        return List.of(login, firstName, lastName, email.split("@", 2)[0]);
    }

    /** Whether nobody can have this password, so that no time need be spent on it. */
    static boolean isTooLong(String password) {
        if (password.length() > TOO_MANY_CHARS) return true;
        var plain = normal(password);
        return plain.codePointCount(0, plain.length()) > LONGEST;
    }

    /** One form for what looks the same, whichever keyboard it was typed on. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static boolean isIn(String password, String word) {
        var small = normal(word).toLowerCase(Locale.ROOT);
        return small.length() >= SHORTEST_WORD && password.contains(small);
    }

    private static Optional<Refusal> refusal(String message, Object... arguments) {
        return Optional.of(new Refusal(message, arguments));
    }
}
